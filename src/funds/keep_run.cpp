#include "funds/keep_run.h"

#include "store/failure.h"

namespace laoyou::funds {
namespace {

using store::Filter;
using store::Scope;
using store::Writing;

Filter of_period(const RunQuestion& question) {
  return Filter().equals("region", question.place).equals("subsidy", question.subsidy).equals("period", question.period).equals("attempt", std::int32_t{0});
}

template <class T>
std::optional<Id<T>> some_id(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(Id<T>{number});
}

/// Makes the rows of one run.
class Keeping {
 public:
  Keeping(Writing& writing, SubsidyRun& run, const PreparedRun& prepared) : writing_(writing), run_(run), prepared_(prepared), material_(prepared.opened.material) {}

  void keep() {
    for (const RunPayment& payment : prepared_.calculation.payments) add(payment);
    for (const Undecided& each : prepared_.calculation.undecided) add(each);
    for (const PreparedCorrection& each : prepared_.corrections) add(each);
    for (const auto& [subject, amount] : prepared_.owed) add_recovery(subject, amount);
    writing_.insert_all(payments_);
    writing_.insert_all(holds_);
    writing_.insert_all(undecided_);
    count();
  }

 private:
  /// The people that payments name, where the rule's record leads to one.
  std::optional<Id<registry::Resident>> resident(std::int64_t person) const {
    const auto& kind = prepared_.opened.book->schema.records[static_cast<std::size_t>(prepared_.opened.subsidy.record)];
    const bool is_person = kind.name == "resident" || prepared_.opened.subsidy.person >= 0;
    return is_person ? some_id<registry::Resident>(person) : std::nullopt;
  }

  void add(const RunPayment& computed) {
    SubsidyPayment payment;
    payment.id = writing_.new_id<SubsidyPayment>();
    payment.region = computed.entitlement.region;
    payment.run = run_.id;
    payment.subsidy = run_.subsidy;
    payment.period = run_.period;
    payment.subject = computed.entitlement.subject;
    payment.resident = resident(computed.entitlement.person);
    if (prepared_.opened.subsidy.payee >= 0) payment.institution = some_id<registry::Institution>(computed.entitlement.payee);
    payment.entitled = computed.entitlement.amount;
    payment.correction = computed.input.correction;
    payment.recovered = computed.input.recovered;
    payment.amount = computed.amount;
    payment.state = computed.held() ? PaymentState::held : PaymentState::due;
    const auto filled = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    payment.account_name = filled(computed.input.account_name);
    payment.account_number = filled(computed.input.account_number);
    payment.bank_name = filled(computed.input.bank_name);
    for (const auto& [check, evidence] : computed.input.holds)
      holds_.push_back({writing_.new_id<PaymentHold>(), 0, payment.region, run_.id, payment.id, payment.resident, check, evidence, HoldState::open, 0, std::nullopt});
    payments_.push_back(std::move(payment));
  }

  void add(const Undecided& each) {
    std::string missing;
    for (const std::string& fact : each.missing) missing += (missing.empty() ? "" : ";") + fact;
    undecided_.push_back({writing_.new_id<UndecidedClaim>(), 0, each.region, run_.id, each.subject, resident(each.person), std::move(missing)});
  }

  void add(const PreparedCorrection& each) {
    writing_.insert(PaymentCorrection{writing_.new_id<PaymentCorrection>(), 0, each.difference.region, run_.id, {each.of_run}, each.of_period, each.difference.subject, each.amount,
                                      each.difference.facts});
  }

  void add_recovery(std::int64_t subject, Fen amount) {
    for (const PreparedCorrection& each : prepared_.corrections) {
      if (each.difference.subject != subject) continue;
      writing_.insert(Recovery{writing_.new_id<Recovery>(), 0, each.difference.region, run_.subsidy, subject, resident(each.difference.person), amount, amount, each.difference.facts,
                               run_.id, writing_.now().beijing_day(), std::nullopt});
      return;
    }
  }

  void count() {
    const Calculation& made = prepared_.calculation;
    run_.journal_sequence = prepared_.sequence;
    run_.looked_at = static_cast<std::int64_t>(made.looked_at);
    run_.entitled = std::ssize(made.payments);
    run_.paid = made.whole.paid;
    run_.held = made.whole.held;
    run_.undecided = made.whole.undecided;
    run_.total = made.whole.total;
    run_.inputs_digest = digest_of(prepared_.inputs);
    run_.file_digest = made.file_digest;
    run_.state = RunState::draft;
    run_.trouble.reset();
  }

  Writing& writing_;
  SubsidyRun& run_;
  const PreparedRun& prepared_;
  const RunMaterial& material_;
  std::vector<SubsidyPayment> payments_;
  std::vector<PaymentHold> holds_;
  std::vector<UndecidedClaim> undecided_;
};

}  // namespace

Result<ClaimedRun> claim_run(store::Store& store, const store::Acting& acting, const RunQuestion& question) {
  ClaimedRun claimed;
  const store::Command claim = [&](Writing& writing) -> Result<void> {
    if (auto there = writing.first<SubsidyRun>(Scope::country(), of_period(question))) {
      claimed = {*there, there->trouble.has_value()};
      if (!claimed.made) return {};
      claimed.run.trouble.reset();
      claimed.run.made_by = writing.actor().account;
      claimed.run.made_at = writing.now();
      writing.update(claimed.run);
      ++claimed.run.version;
      return {};
    }
    SubsidyRun run;
    run.id = writing.new_id<SubsidyRun>();
    run.region = question.place;
    run.plan = question.plan->content.head.value.plan;
    run.subsidy = question.subsidy;
    run.name = subsidy_name(*question.plan, question.subsidy);
    run.period = question.period;
    run.made_by = writing.actor().account;
    run.made_at = writing.now();
    writing.insert(run);
    run.version = 1;
    claimed = {std::move(run), true};
    return {};
  };
  const Result<void> done = store.write(acting, claim).result();
  if (!done) return done.error();
  return claimed;
}

store::Command keeping(store::Store& store, Id<SubsidyRun> id, const PreparedRun& prepared) {
  const auto contents = std::make_shared<store::Contents>(store);
  const store::ContentSource source{std::ssize(prepared.inputs), [&](std::int64_t offset, std::int64_t bytes) {
                                      return prepared.inputs.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(bytes));
                                    }};
  const store::KeptContent kept = contents->keep(source);
  return [contents, kept, id, &prepared](Writing& writing) -> Result<void> {
    auto run = writing.find<SubsidyRun>(Scope::country(), id);
    if (!run || run->state != RunState::computing) return refuse("funds.not_computing");
    const auto content = contents->settle(writing, kept);
    if (!content) return refuse("funds.not_frozen", {run->period.text()});
    run->frozen = content->number;
    Keeping(writing, *run, prepared).keep();
    writing.update(*run);
    return {};
  };
}

store::Command failing(Id<SubsidyRun> id, std::string trouble) {
  return [id, trouble = std::move(trouble)](Writing& writing) -> Result<void> {
    auto run = writing.find<SubsidyRun>(Scope::country(), id);
    if (!run || run->state != RunState::computing) return {};
    run->trouble = trouble;
    writing.update(*run);
    return {};
  };
}

}  // namespace laoyou::funds
