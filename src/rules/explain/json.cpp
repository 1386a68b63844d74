#include "rules/explain/json.h"

#include <array>

#include "rules/explain/phrase.h"
#include "rules/totals/rational.h"

namespace laoyou::rules {
namespace {

namespace json = boost::json;

// Numbers beyond 2^53 lose digits in JavaScript: values are texts.
json::value exact(const Value& value) { return value ? json::value(std::to_string(*value)) : json::value(); }
json::value exact(const std::optional<Rational>& value) { return value ? json::value(exact_text(*value)) : json::value(); }

template <class What>
constexpr std::string_view k_kind = "";
template <> constexpr std::string_view k_kind<Literal> = "literal";
template <> constexpr std::string_view k_kind<FieldRead> = "field";
template <> constexpr std::string_view k_kind<RuleRead> = "rule";
template <> constexpr std::string_view k_kind<TotalRead> = "total";
template <> constexpr std::string_view k_kind<ParameterRead> = "parameter";
template <> constexpr std::string_view k_kind<ContextRead> = "context";
template <> constexpr std::string_view k_kind<ParameterLookup> = "lookup";
template <> constexpr std::string_view k_kind<Bands> = "bands";
template <> constexpr std::string_view k_kind<Fallback> = "else";
template <> constexpr std::string_view k_kind<InRanges> = "in";
template <> constexpr std::string_view k_kind<Within> = "within";
template <> constexpr std::string_view k_kind<InPeriod> = "in_period";
template <> constexpr std::string_view k_kind<Scale> = "round";
template <> constexpr std::string_view k_kind<Widen> = "widen";
template <> constexpr std::string_view k_kind<DateCall> = "date";
template <> constexpr std::string_view k_kind<Total> = "aggregate";
template <> constexpr std::string_view k_kind<TotalArithmetic> = "arithmetic";

std::string_view function_name(Function function) {
  constexpr std::array<std::string_view, 9> names{"count", "exists", "sum", "avg", "min", "max", "share", "distinct", "latest"};
  return names[static_cast<std::size_t>(function)];
}

struct KindName {
  std::string_view operator()(const Unary& what) const {
    constexpr std::array<std::string_view, 3> names{"not", "negate", "is_missing"};
    return names[static_cast<std::size_t>(what.sign)];
  }
  std::string_view operator()(const Binary& what) const {
    constexpr std::array<std::string_view, 10> names{"add", "subtract", "equal", "unequal", "less", "less_equal", "greater", "greater_equal", "and", "or"};
    return names[static_cast<std::size_t>(what.sign)];
  }
  std::string_view operator()(const Case& what) const { return what.ordered ? "first" : "case"; }
  std::string_view operator()(const Related& what) const { return function_name(what.function); }
  template <class What>
  std::string_view operator()(const What&) const {
    return k_kind<What>;
  }
};

class Describing {
 public:
  Describing(const RowEvaluator& evaluator, Language language) : evaluator_(evaluator), words_(evaluator.book(), evaluator.facts(), language), phrase_(words_) {}

  json::object head(int rule) const {
    const Rule& asked = words_.book().rules[static_cast<std::size_t>(rule)];
    json::object out{{"rule", asked.key}, {"name", words_.rule_name(rule)}, {"document", asked.document}, {"source", asked.source}, {"example", asked.example}};
    return out;
  }

  json::object row(const Explanation& told) const {
    constexpr std::array<std::string_view, 3> verdicts{"decided", "open", "no_value"};
    json::object out = head(told.rule);
    out["record"] = record_name(told.row.record);
    out["id"] = exact(evaluator_.id_of(told.row));
    out["period"] = told.period.text();
    out["value"] = exact(told.value);
    out["text"] = phrase_.outcome(told.tree);
    out["verdict"] = verdicts[static_cast<std::size_t>(told.verdict)];
    json::array needs;
    for (const FactPlace& place : told.needs) needs.push_back(fact(place));
    out["needs"] = std::move(needs);
    out["tree"] = node(told.tree);
    return out;
  }

  json::object total(const TotalExplanation& told) const {
    const Rule& rule = words_.book().rules[static_cast<std::size_t>(told.rule)];
    json::object out = head(told.rule);
    out["period"] = told.period.text();
    out["group"] = exact(told.group);
    out["value"] = exact(told.value);
    out["text"] = words_.number(rule.tree->type, rule.unit, told.value);
    out["numerator"] = exact(told.numerator);
    out["denominator"] = exact(told.denominator);
    json::array aggregates;
    for (const ExplainedAggregate& each : told.aggregates) aggregates.push_back(aggregate(each));
    out["aggregates"] = std::move(aggregates);
    return out;
  }

 private:
  const std::string& record_name(int record) const { return words_.book().schema.records[static_cast<std::size_t>(record)].name; }
  const std::string& field_name(int record, int field) const { return words_.book().schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)].name; }

  json::object place(int rule, const Node& node) const {
    const Rule& written = words_.book().rules[static_cast<std::size_t>(rule)];
    return {{"rule", written.key}, {"node", node.id}, {"at", written.expression.place(node.span.begin)}, {"written", words_.written(rule, node)}};
  }

  json::object fact(const FactPlace& place) const {
    return {{"record", record_name(place.record)}, {"id", exact(evaluator_.id_of({place.record, place.row}))}, {"field", field_name(place.record, place.field)}, {"label", words_.fact(place)}};
  }

  json::array nodes(const std::vector<ExplainedNode>& children) const {
    json::array out;
    for (const ExplainedNode& child : children) out.push_back(node(child));
    return out;
  }

  json::object node(const ExplainedNode& told) const {
    json::object out = place(told.rule, *told.node);
    out["kind"] = std::visit(KindName(), told.node->what);
    out["type"] = type_text(words_.book().schema, told.node->type);
    out["value"] = exact(told.value);
    out["text"] = phrase_.outcome(told);
    if (!told.children.empty()) out["children"] = nodes(told.children);
    if (told.branch >= 0) out["branch"] = told.branch;
    if (const auto* what = std::get_if<FieldRead>(&told.node->what)) out["field"] = json::object{{"record", record_name(what->record)}, {"name", field_name(what->record, what->field)}};
    if (const auto* what = std::get_if<ParameterRead>(&told.node->what)) out["parameter"] = parameter(told, what->parameter);
    if (const auto* what = std::get_if<ParameterLookup>(&told.node->what)) out["parameter"] = parameter(told, what->parameter);
    if (std::holds_alternative<Related>(told.node->what)) members(told, out);
    return out;
  }

  json::object parameter(const ExplainedNode& told, int position) const {
    const Parameter& read = words_.book().parameters[static_cast<std::size_t>(position)];
    json::object out{{"key", read.key}, {"name", read.name}, {"example", read.example}};
    if (told.version == nullptr) return out;
    out["from"] = told.version->from.text();
    if (told.version->until) out["until"] = told.version->until->text();
    out["document"] = told.version->document;
    if (told.table_row != nullptr) out["row"] = words_.range(*read.key_type, told.table_row->low, told.table_row->high);
    return out;
  }

  void members(const ExplainedNode& told, json::object& out) const {
    json::array rows;
    for (const ExplainedNode::Member& member : told.members)
      rows.push_back(json::object{{"id", exact(evaluator_.id_of(member.row))}, {"counts", member.counts ? json::value(*member.counts != 0) : json::value()}, {"children", nodes(member.children)}});
    out["members"] = std::move(rows);
    out["members_in_all"] = told.members_in_all;
  }

  json::array causes(const std::map<int, std::int64_t>& counts) const {
    json::array out;
    for (const auto& [key, count] : counts)
      out.push_back(json::object{{"record", record_name(record_of_key(key))}, {"field", field_name(record_of_key(key), field_of_key(key))}, {"label", words_.field(record_of_key(key), field_of_key(key))}, {"rows", count}});
    return out;
  }

  json::array ids(const std::vector<RowAt>& rows) const {
    json::array out;
    for (const RowAt& row : rows) out.push_back(exact(evaluator_.id_of(row)));
    return out;
  }

  json::object aggregate(const ExplainedAggregate& told) const {
    const auto& what = std::get<Total>(told.node->what);
    json::object out = place(told.rule, *told.node);
    out["function"] = function_name(what.function);
    out["record"] = record_name(what.record);
    out["rows"] = told.rows;
    out["selected"] = told.tally.selected;
    out["excluded"] = told.excluded;
    out["undecided"] = told.tally.undecided;
    out["valued"] = told.tally.valued;
    out["sum"] = wide_text(told.tally.sum);
    out["value"] = exact(told.value);
    out["undecided_for"] = causes(told.undecided_for);
    out["valueless_for"] = causes(told.valueless_for);
    out["examples"] = json::object{{"selected", ids(told.selected)}, {"undecided", ids(told.undecided)}, {"valueless", ids(told.valueless)}};
    return out;
  }

  const RowEvaluator& evaluator_;
  ExplainWords words_;
  ExplainPhrase phrase_;
};

}  // namespace

json::object explanation_json(const RowEvaluator& evaluator, const Explanation& explanation, Language language) { return Describing(evaluator, language).row(explanation); }

json::object explanation_json(const RowEvaluator& evaluator, const TotalExplanation& explanation, Language language) { return Describing(evaluator, language).total(explanation); }

}  // namespace laoyou::rules
