#include "benefits/find.h"

#include <algorithm>
#include <map>

#include "benefits/facts_needed.h"
#include "rules/explain/explain.h"
#include "rules/explain/text.h"
#include "rules/tree/typed_tree_walk.h"

namespace laoyou::benefits {
namespace {

constexpr std::string_view k_eligible = "_eligible";

/// Records whose rows a rule counts, itself or through the rules it reads.
void add_counted(const rules::Book& book, const rules::Node& node, std::set<int>& records, std::set<int>& seen) {
  if (const auto* related = std::get_if<rules::Related>(&node.what)) records.insert(related->record);
  if (const auto* read = std::get_if<rules::RuleRead>(&node.what); read != nullptr && seen.insert(read->rule).second)
    add_counted(book, *book.rules[static_cast<std::size_t>(read->rule)].tree, records, seen);
  rules::for_each_child(node, [&](const rules::Node& child) { add_counted(book, child, records, seen); });
}

/// Whether one asks for oneself: people and places. Everything else is asked for by the person or place it belongs to.
bool asks_itself(const rules::Schema& schema, int record) {
  const std::string& name = schema.records[static_cast<std::size_t>(record)].name;
  return name == "resident" || name == "institution";
}

/// The id field by which rows of `record` belong to rows of `owner`, or -1. Where a row names both, as a bed its home and who lives in it, it belongs to the first.
int belonging_field(const rules::Schema& schema, int record, int owner) {
  const rules::RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  if (asks_itself(schema, record)) return -1;
  for (std::size_t field = 0; field < kind.fields.size(); ++field) {
    const rules::Type& type = kind.fields[field].type;
    if (type.kind == rules::Kind::id && static_cast<int>(field) != kind.id_field && type.detail >= 0 && asks_itself(schema, type.detail)) return type.detail == owner ? static_cast<int>(field) : -1;
  }
  return -1;
}

int rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::entitled: return 0;
    case Verdict::open: return 1;
    case Verdict::ask_office: return 2;
    case Verdict::not_entitled: return 3;
  }
  return 3;
}

class Finder {
 public:
  explicit Finder(const Inquiry& inquiry) : inquiry_(inquiry), book_(inquiry.evaluator.book()) {}

  /// The results of one rule; empty where it speaks of nothing that a subject is or has.
  std::vector<BenefitResult> results(int rule) const {
    const int record = book_.rules[static_cast<std::size_t>(rule)].record;
    std::vector<BenefitResult> found;
    for (std::size_t subject = 0; subject < inquiry_.subjects.size(); ++subject) {
      const rules::RowAt row = inquiry_.subjects[subject];
      const int field = record == row.record ? -1 : belonging_field(book_.schema, record, row.record);
      if (record != row.record && field < 0) continue;
      BenefitResult result = counts_unknown(rule) || (field >= 0 && !inquiry_.known(record)) ? BenefitResult{} : field < 0 ? of_row(rule, row) : of_belongings(rule, row, field);
      result.subject = static_cast<std::int32_t>(subject);
      for (FactNeeded& need : result.needs) need.subject = result.subject;
      found.push_back(std::move(result));
    }
    return found;
  }

 private:
  bool counts_unknown(int rule) const {
    std::set<int> records, seen;
    add_counted(book_, *book_.rules[static_cast<std::size_t>(rule)].tree, records, seen);
    return std::any_of(records.begin(), records.end(), [&](int record) { return !inquiry_.known(record); });
  }

  BenefitResult of_row(int rule, rules::RowAt row) const {
    const rules::Explanation explanation = rules::explain_row(inquiry_.evaluator, rule, row.row);
    BenefitResult result;
    result.verdict = verdict_of(explanation);
    if (explanation.verdict == rules::Verdict::open) result.needs = facts_needed(book_, explanation.needs);
    if (result.verdict == Verdict::entitled) add_amount(rule, {row}, result);
    if (inquiry_.with_reasons) result.reasons = rules::explanation_text(inquiry_.evaluator, explanation, inquiry_.language);
    return result;
  }

  static Verdict verdict_of(const rules::Explanation& explanation) {
    if (explanation.verdict == rules::Verdict::open) return Verdict::open;
    if (explanation.verdict == rules::Verdict::no_value) return Verdict::ask_office;
    return explanation.value == rules::Value(1) ? Verdict::entitled : Verdict::not_entitled;
  }

  /// The place's beds, the family's members: entitled when one of them is; the amount is theirs together.
  BenefitResult of_belongings(int rule, rules::RowAt owner, int field) const {
    const int record = book_.rules[static_cast<std::size_t>(rule)].record;
    const rules::Value id = inquiry_.evaluator.id_of(owner);
    BenefitResult result;
    result.verdict = Verdict::not_entitled;
    std::vector<rules::RowAt> entitled;
    rules::FactPlaces needs;
    if (id)
      for (const std::size_t row : inquiry_.evaluator.rows_naming(record, field, *id)) {
        const rules::Explanation explanation = rules::explain_row(inquiry_.evaluator, rule, row);
        if (verdict_of(explanation) == Verdict::entitled) entitled.push_back({record, row});
        if (explanation.verdict == rules::Verdict::open) needs.insert(explanation.needs.begin(), explanation.needs.end());
      }
    if (!entitled.empty()) {
      result.verdict = Verdict::entitled;
      add_amount(rule, entitled, result);
    } else if (!needs.empty()) {
      result.verdict = Verdict::open;
    }
    if (!needs.empty()) result.needs = facts_needed(book_, needs);
    return result;
  }

  void add_amount(int condition, const std::vector<rules::RowAt>& rows, BenefitResult& result) const {
    const int amount = amount_rule(book_, condition);
    if (amount < 0) return;
    const rules::Rule& rule = book_.rules[static_cast<std::size_t>(amount)];
    std::int64_t sum = 0;
    for (const rules::RowAt row : rows) {
      const rules::Value value = inquiry_.evaluator.evaluate(*rule.tree, {row});
      if (!value) return;
      sum += *value;
    }
    result.amount = rules::literal_text(book_.schema, rule.tree->type, sum);
    for (const auto& row : inquiry_.plan.content.subsidies)
      if (row.value.key == rule.key) result.every = row.value.every;
  }

  const Inquiry& inquiry_;
  const rules::Book& book_;
};

/// A policy that somebody can ask for: it says for whom, how much, or with which papers.
bool can_be_asked_for(const plan::Policy& policy) { return policy.applicant || policy.amount || !policy.papers.empty(); }

/// Whether a policy without a rule may concern a subject of these records.
bool may_concern(const plan::Policy& policy, const Inquiry& inquiry) {
  // Words of applicants that are places of care or their owners, not people.
  static constexpr std::string_view k_organisations[] = {"机构", "企业", "组织", "岗位", "单位"};
  const std::string whom = policy.applicant.value_or("");
  const bool organisation = std::any_of(std::begin(k_organisations), std::end(k_organisations), [&](std::string_view word) { return whom.find(word) != std::string::npos; });
  return std::any_of(inquiry.subjects.begin(), inquiry.subjects.end(), [&](rules::RowAt row) {
    const std::string& record = inquiry.evaluator.book().schema.records[static_cast<std::size_t>(row.record)].name;
    return organisation ? record == "institution" : record == "resident";
  });
}

Benefit head_of(const plan::Plan& plan, const plan::Policy& policy, const std::string& layer) {
  Benefit benefit;
  benefit.number = policy.number;
  benefit.title = policy.title;
  benefit.title_en = policy.title_en;
  benefit.package = policy.package;
  benefit.category = policy.category;
  benefit.layer = layer;
  benefit.source = policy.source;
  benefit.document = policy.document;
  benefit.summary = policy.summary;
  benefit.applicant = policy.applicant;
  benefit.amount = policy.amount;
  benefit.papers = policy.papers;
  benefit.office = policy.office;
  if (!benefit.office && !policy.responsible.empty()) benefit.office = policy.responsible.front();
  benefit.time_limit = policy.time_limit;
  benefit.procedure = policy.procedure;
  benefit.unverified = policy.unverified;
  for (const auto& unit : plan.content.units)
    if (benefit.office == unit.value.name) benefit.telephone = unit.value.telephone;
  return benefit;
}

void add_procedure(Benefit& benefit, const Inquiry& inquiry, const FindProcedure& find) {
  const procedures::Procedure* procedure = benefit.procedure ? find(*benefit.procedure) : nullptr;
  if (procedure == nullptr) {
    benefit.procedure.reset();
    return;
  }
  benefit.procedure_name = procedure->name.zh;
  benefit.procedure_name_en = procedure->name.en;
  for (const rules::RowAt row : inquiry.subjects) {
    const std::string& record = inquiry.evaluator.book().schema.records[static_cast<std::size_t>(row.record)].name;
    for (const procedures::FormField& field : procedure->form.fields)
      if (!benefit.procedure_field && field.kind == procedures::FieldKind::reference && field.record == record) benefit.procedure_field = field.key;
  }
}

/// The facts most benefits wait for come first.
std::vector<FactNeeded> questions_of(const std::vector<Benefit>& benefits) {
  std::map<std::tuple<std::int32_t, std::string, std::string>, FactNeeded> by_fact;
  for (const Benefit& benefit : benefits)
    for (const BenefitResult& result : benefit.results)
      for (const FactNeeded& need : result.needs)
        if (need.kind != FactKind::other) ++by_fact.try_emplace({need.subject, need.record, need.field}, need).first->second.decides;
  std::vector<FactNeeded> questions;
  for (auto& [key, need] : by_fact) questions.push_back(std::move(need));
  std::stable_sort(questions.begin(), questions.end(), [](const FactNeeded& left, const FactNeeded& right) { return left.decides > right.decides; });
  return questions;
}

}  // namespace

int amount_rule(const rules::Book& book, int condition) {
  const std::string& key = book.rules[static_cast<std::size_t>(condition)].key;
  return key.ends_with(k_eligible) ? book.find_rule(key.substr(0, key.size() - k_eligible.size())) : -1;
}

Benefits find_benefits(const Inquiry& inquiry, const FindProcedure& procedure) {
  const rules::Book& book = inquiry.evaluator.book();
  const Finder finder(inquiry);
  Benefits found{inquiry.plan.content.head.value.plan, inquiry.evaluator.period(), {}, {}, {}};
  for (std::size_t i = 0; i < inquiry.subjects.size(); ++i)
    found.subjects.push_back({book.schema.records[static_cast<std::size_t>(inquiry.subjects[i].record)].name, inquiry.labels.at(i)});
  const Date day = inquiry.evaluator.period().last_day();
  for (const auto& row : inquiry.plan.content.policies) {
    const plan::Policy& policy = row.value;
    if ((policy.from && day < *policy.from) || (policy.to && *policy.to < day)) continue;
    Benefit benefit = head_of(inquiry.plan, policy, row.layer);
    const int rule = policy.condition ? book.find_rule(*policy.condition) : -1;
    if (rule >= 0) {
      benefit.example = book.rules[static_cast<std::size_t>(rule)].example;
      benefit.results = finder.results(rule);
      if (benefit.results.empty()) continue;
      const auto best = std::min_element(benefit.results.begin(), benefit.results.end(), [](const auto& left, const auto& right) { return rank(left.verdict) < rank(right.verdict); });
      benefit.verdict = best->verdict;
    } else if (!can_be_asked_for(policy) || !may_concern(policy, inquiry)) {
      continue;
    }
    add_procedure(benefit, inquiry, procedure);
    found.rows.push_back(std::move(benefit));
  }
  std::stable_sort(found.rows.begin(), found.rows.end(), [](const Benefit& left, const Benefit& right) { return rank(left.verdict) < rank(right.verdict); });
  found.questions = questions_of(found.rows);
  return found;
}

}  // namespace laoyou::benefits
