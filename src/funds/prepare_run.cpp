#include "funds/prepare_run.h"

#include <algorithm>
#include <set>

#include "funds/check_payments.h"
#include "funds/facts_as_of.h"
#include "funds/fields_read.h"
#include "funds/frozen_facts.h"
#include "funds/frozen_fields.h"
#include "funds/register_rows.h"

namespace laoyou::funds {
namespace {

Fen fen(std::int64_t count) { return Fen::create(count).value(); }

/// Runs whose payments stand: what they paid may have to be corrected.
bool stands(RunState state) { return state == RunState::approved || state == RunState::sent || state == RunState::settled; }

Date day_of(store::Snapshot& snapshot, std::int64_t sequence) {
  store::JournalQuery query;
  query.after_sequence = sequence - 1;
  query.rows = 1;
  const auto entries = snapshot.journal(store::Scope::country(), query);
  return entries.empty() ? Date() : entries.front().at.beijing_day();
}

class Preparing {
 public:
  Preparing(store::Store& store, const RunQuestion& question, const rules::Facts& all, std::int64_t sequence, const std::function<void(const std::string&)>& phase)
      : store_(store), question_(question), all_(all), sequence_(sequence), phase_(phase) {}

  CheckedResult<PreparedRun> prepare() {
    const auto paid = paid_subsidy(*question_.plan, question_.subsidy);
    if (!paid) return Refusals{paid.error()};
    const auto subsidy = subsidy_rules(*question_.plan->book, *paid);
    if (!subsidy) return Refusals{subsidy.error()};
    made_.sequence = sequence_;
    made_.opened.book = question_.plan->book;
    made_.opened.subsidy = *subsidy;
    RunMaterial& material = made_.opened.material;
    material.period = question_.period;
    material.place = question_.place;
    material.paid = *paid;
    std::vector<plan::BankColumn> columns;
    for (const auto& row : question_.plan->content.bank_columns) columns.push_back(row.value);
    material.layout = layout_columns(columns, paid->layout);
    material.rules = plan::book_source(*question_.plan);
    material.fields = fields_of_plans(*made_.opened.book, *question_.plan->facts_layout);
    freeze_facts();
    tell("checking_payments");
    if (Refusals refusals = gather(); !refusals.empty()) return refusals;
    tell("computing_payments");
    auto calculation = calculate(made_.opened);
    if (!calculation) return calculation.error();
    made_.calculation = std::move(*calculation);
    made_.inputs = pack_material(material);
    return std::move(made_);
  }

 private:
  void tell(const std::string& phase) {
    if (phase_) phase_(phase);
  }

  void freeze_facts() {
    tell("freezing_facts");
    const rules::Schema& schema = made_.opened.book->schema;
    FieldsRead read = fields_read(*made_.opened.book, made_.opened.subsidy.amount);
    for (const int field : {made_.opened.subsidy.person, made_.opened.subsidy.payee})
      if (field >= 0) read[made_.opened.subsidy.record].insert(field);
    rules::Facts frozen = freeze(all_, schema, read);
    set_dated_fields(frozen, all_, schema, store_.tables(), question_.period.last_day());
    made_.opened.material.facts = pack_facts(frozen, schema, read);
    made_.opened.facts = std::make_shared<const rules::Facts>(std::move(frozen));
  }

  Refusals gather() {
    const Entitlements entitled = entitlements(*made_.opened.book, *made_.opened.facts, question_.period, made_.opened.subsidy, question_.place);
    for (const Entitlement& each : entitled.paid) input_of(each.subject, each.person, each.payee, each.region);
    std::vector<SubsidyRun> earlier;
    PaymentMaterial material = store_.read([&](store::Snapshot& snapshot) {
      each_as_of<SubsidyRun>(snapshot, sequence_, [&](SubsidyRun run) { consider(std::move(run), earlier); });
      gather_corrections(snapshot, earlier);
      gather_recoveries(snapshot);
      return payment_material(snapshot, sequence_, entitled.paid, made_.opened.material.paid, question_.period, day_of(snapshot, sequence_));
    });
    std::sort(earlier.begin(), earlier.end(), [](const SubsidyRun& left, const SubsidyRun& right) { return left.period < right.period; });
    for (const SubsidyRun& run : earlier)
      if (Refusals refusals = correct(run); !refusals.empty()) return refusals;
    std::map<std::int64_t, Fen> amounts;
    for (const Entitlement& each : entitled.paid) amounts.emplace(each.subject, each.amount);
    settle_amounts(amounts);
    for (const Finding& finding : check_payments(entitled.paid, made_.opened.material.paid, question_.period, material))
      inputs_.at(finding.subject).holds.emplace_back(finding.check, finding.evidence);
    for (auto& [subject, input] : inputs_) {
      take_account(input, material);
      made_.opened.material.payments.push_back(std::move(input));
    }
    return {};
  }

  PaymentInput& input_of(std::int64_t subject, std::int64_t person, std::int64_t payee, RegionCode region) {
    PaymentInput fresh;
    fresh.subject = subject;
    fresh.person = person;
    fresh.payee = payee;
    fresh.region = region;
    return inputs_.try_emplace(subject, std::move(fresh)).first->second;
  }

  static void take_account(PaymentInput& input, const PaymentMaterial& material) {
    const auto person = material.people.find(input.person);
    if (person != material.people.end()) input.account_name = person->second.name;
    const auto account = material.accounts.find(input.payee);
    if (account == material.accounts.end()) return;
    input.account_name = account->second.account_name;
    input.account_number = account->second.account_number;
    input.bank_name = account->second.bank_name;
  }

  /// Keeps the run if late facts may still correct it.
  void consider(SubsidyRun run, std::vector<SubsidyRun>& earlier) const {
    const std::int32_t months = made_.opened.material.paid.corrects_months.value_or(0);
    const bool near = run.period < question_.period && run.period.last_day() >= question_.period.first_day().plus_months(-months);
    if (months > 0 && near && stands(run.state) && run.subsidy == question_.subsidy && run.region == question_.place) earlier.push_back(std::move(run));
  }

  void gather_corrections(const store::Snapshot& snapshot, const std::vector<SubsidyRun>& earlier) {
    std::set<std::int64_t> runs;
    for (const SubsidyRun& run : earlier) runs.insert(run.id.number);
    if (runs.empty()) return;
    each_as_of<SubsidyPayment>(snapshot, sequence_, [&](SubsidyPayment payment) {
      if (runs.contains(payment.run.number) && (payment.state == PaymentState::dropped || payment.state == PaymentState::refused || payment.state == PaymentState::held))
        not_paid_.emplace(payment.run.number, payment.subject);
    });
    each_as_of<PaymentCorrection>(snapshot, sequence_, [&](PaymentCorrection correction) {
      if (runs.contains(correction.of_run.number)) corrected_[{correction.of_run.number, correction.subject}] += correction.amount.count();
    });
  }

  void gather_recoveries(const store::Snapshot& snapshot) {
    each_as_of<Recovery>(snapshot, sequence_, [&](Recovery recovery) {
      if (recovery.subsidy == question_.subsidy && !recovery.closed) owed_before_[recovery.subject] += recovery.left.count();
    });
  }

  Refusals correct(const SubsidyRun& run) {
    auto opened = open_run(store_, run);
    if (!opened) return opened.error();
    for (LateDifference& late : late_differences(*opened, all_, question_.plan->book->schema, store_.tables())) {
      if (not_paid_.contains({run.id.number, late.subject})) continue;
      const auto made_good = corrected_.find({run.id.number, late.subject});
      const std::int64_t change = late.now.count() - late.then.count() - (made_good == corrected_.end() ? 0 : made_good->second);
      if (change == 0) continue;
      input_of(late.subject, late.person, late.payee, late.region);
      corrections_[late.subject] += change;
      made_.corrections.push_back({run.id.number, run.period, std::move(late), fen(change)});
    }
    return {};
  }

  /// Corrections first; what they take back beyond the payment is owed. Then an instalment of what was owed before.
  void settle_amounts(const std::map<std::int64_t, Fen>& amounts) {
    constexpr std::int64_t k_percent = 100;
    for (auto& [subject, input] : inputs_) {
      const auto amount = amounts.find(subject);
      const std::int64_t entitled = amount == amounts.end() ? 0 : amount->second.count();
      const auto correction = corrections_.find(subject);
      std::int64_t change = correction == corrections_.end() ? 0 : correction->second;
      if (entitled + change < 0) {
        made_.owed[subject] = fen(-(entitled + change));
        change = -entitled;
      }
      input.correction = fen(change);
      const auto owed = owed_before_.find(subject);
      const std::int64_t most = (entitled + change) * made_.opened.material.paid.instalment_percent.value_or(0) / k_percent;
      if (owed != owed_before_.end()) input.recovered = fen(std::min(owed->second, most));
    }
  }

  store::Store& store_;
  const RunQuestion& question_;
  const rules::Facts& all_;
  std::int64_t sequence_;
  const std::function<void(const std::string&)>& phase_;
  PreparedRun made_;
  std::map<std::int64_t, PaymentInput> inputs_;
  std::set<std::pair<std::int64_t, std::int64_t>> not_paid_;                ///< run and subject
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> corrected_;  ///< the same → fen made good so far
  std::map<std::int64_t, std::int64_t> corrections_, owed_before_;           ///< subject → fen
};

}  // namespace

Result<plan::PaidSubsidy> paid_subsidy(const plan::Plan& plan, const std::string& key) {
  for (const auto& row : plan.content.paid_subsidies)
    if (row.value.subsidy == key) return row.value;
  return refuse("funds.not_payable", {key});
}

std::string subsidy_name(const plan::Plan& plan, const std::string& key) {
  for (const auto& row : plan.content.subsidies)
    if (row.value.key == key) return row.value.name;
  return key;
}

CheckedResult<OpenedRun> open_run(store::Store& store, const SubsidyRun& run) {
  store::Contents contents(store);
  const auto content = run.frozen ? contents.find(Id<store::Content>{*run.frozen}) : std::nullopt;
  if (!content) return Refusals{refuse("funds.not_frozen", {run.period.text()})};
  auto material = unpack_material(contents.whole(*content));
  if (!material) return Refusals{material.error()};
  return open_material(std::move(*material));
}

CheckedResult<PreparedRun> prepare_run(store::Store& store, const RunQuestion& question, const rules::Facts& all, std::int64_t sequence,
                                       const std::function<void(const std::string&)>& phase) {
  return Preparing(store, question, all, sequence, phase).prepare();
}

}  // namespace laoyou::funds
