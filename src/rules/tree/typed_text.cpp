#include "rules/tree/typed_text.h"

#include "rules/tree/book.h"

namespace laoyou::rules {
namespace {

std::string_view sign_text(BinarySign sign) {
  switch (sign) {
    case BinarySign::add: return "+";
    case BinarySign::subtract: return "-";
    case BinarySign::equal: return "=";
    case BinarySign::unequal: return "!=";
    case BinarySign::less: return "<";
    case BinarySign::less_equal: return "<=";
    case BinarySign::greater: return ">";
    case BinarySign::greater_equal: return ">=";
    case BinarySign::logical_and: return "and";
    case BinarySign::logical_or: return "or";
  }
  return "";
}

std::string_view rounding_text(Rounding rounding) {
  switch (rounding) {
    case Rounding::half_up: return "half_up";
    case Rounding::half_even: return "half_even";
    case Rounding::down: return "down";
    case Rounding::up: return "up";
  }
  return "";
}

constexpr std::string_view k_date_functions[] = {"years_between", "months_between", "days_between", "add_days",     "add_months",  "month_start", "month_end",
                                                 "year",          "month",          "quarter",      "period_start", "period_end", "year_number", "month_number"};
constexpr std::string_view k_functions[] = {"count", "exists", "sum", "avg", "min", "max", "share", "distinct", "latest"};

class Printer {
 public:
  explicit Printer(const Schema& schema) : schema_(schema) {}

  std::string print(const NodePtr& node) const { return node ? print(*node) : ""; }
  std::string print(const Node& node) const {
    return std::visit([&](const auto& what) { return (*this)(node, what); }, node.what);
  }

  std::string operator()(const Node& node, const Literal& literal) const {
    if (node.type.kind == Kind::text) return "\"" + literal.text + "\"";
    return node.type.kind == Kind::id ? "id " + std::to_string(literal.value.value_or(0)) : literal_text(schema_, node.type, literal.value);
  }
  std::string operator()(const Node&, const FieldRead& read) const {
    const RecordKind& record = schema_.records[static_cast<std::size_t>(read.record)];
    return way(read.path) + record.name + "." + record.fields[static_cast<std::size_t>(read.field)].name;
  }
  std::string operator()(const Node&, const RuleRead& read) const { return way(read.path) + "rule " + std::to_string(read.rule); }
  std::string operator()(const Node&, const TotalRead& read) const { return "total " + std::to_string(read.rule); }
  std::string operator()(const Node&, const ParameterRead& read) const { return "parameter " + std::to_string(read.parameter); }
  std::string operator()(const Node&, const ContextRead& read) const {
    constexpr std::string_view k_names[] = {"period", "period.start", "period.end", "plan.region"};
    return std::string(k_names[static_cast<std::size_t>(read.what)]);
  }
  std::string operator()(const Node&, const ParameterLookup& lookup) const { return "parameter " + std::to_string(lookup.parameter) + "[" + print(lookup.key) + "]"; }
  std::string operator()(const Node&, const Bands& bands) const {
    std::string text = "bands " + print(bands.key) + " {";
    for (const TableRow& row : bands.rows) text += " " + range(bands.key->type, row.low, row.high) + ": " + print(row.result) + ";";
    return text + (bands.otherwise ? " else: " + print(bands.otherwise) : "") + " }";
  }
  std::string operator()(const Node&, const Unary& unary) const {
    if (unary.sign == UnarySign::is_missing) return "missing(" + print(unary.operand) + ")";
    return (unary.sign == UnarySign::negate ? "-" : "not ") + print(unary.operand);
  }
  std::string operator()(const Node&, const Binary& binary) const { return infix(binary.left, sign_text(binary.sign), binary.right); }
  std::string operator()(const Node&, const Fallback& fallback) const { return infix(fallback.left, "else", fallback.right); }
  std::string operator()(const Node&, const InRanges& in) const {
    std::string text = "(" + print(in.operand) + " in";
    for (const auto& [low, high] : in.ranges) text += " " + range(in.operand->type, low, high);
    for (const std::string& each : in.texts) text += " \"" + each + "\"";
    return text + ")";
  }
  std::string operator()(const Node&, const Within& within) const { return infix(within.operand, "within", within.outer); }
  std::string operator()(const Node&, const InPeriod& in) const { return infix(in.operand, "in period", in.outer); }
  std::string operator()(const Node&, const Case& choice) const {
    std::string text = choice.ordered ? "first {" : "case {";
    for (const auto& [condition, value] : choice.branches) text += " " + print(condition) + ": " + print(value) + ";";
    return text + (choice.otherwise ? " else: " + print(choice.otherwise) : "") + " }";
  }
  std::string operator()(const Node&, const Scale& scale) const {
    std::string text = "(" + print(scale.factor);
    if (scale.factor2) text += " * " + print(scale.factor2);
    if (scale.divisor) text += " / " + print(scale.divisor);
    if (scale.scale_up != 1) text += " * " + std::to_string(scale.scale_up);
    if (scale.scale_down != 1) text += " / " + std::to_string(scale.scale_down);
    const bool exact = !scale.divisor && scale.scale_down == 1;
    return text + (exact ? ")" : ", " + std::string(rounding_text(scale.rounding)) + ")");
  }
  std::string operator()(const Node& node, const Widen& widen) const {
    return type_text(schema_, node.type) + "(" + print(widen.operand) + " * " + std::to_string(widen.multiplier) + ")";
  }
  std::string operator()(const Node&, const DateCall& call) const {
    std::string text = std::string(k_date_functions[static_cast<std::size_t>(call.function)]) + "(";
    for (std::size_t i = 0; i < call.arguments.size(); ++i) text += (i ? ", " : "") + print(call.arguments[i]);
    return text + ")";
  }
  std::string operator()(const Node&, const Related& related) const {
    const RecordKind& record = schema_.records[static_cast<std::size_t>(related.record)];
    return aggregate(related.function, related.value, record.name + " by " + record.fields[static_cast<std::size_t>(related.reference)].name, related.condition, related.order);
  }
  std::string operator()(const Node&, const Total& total) const {
    return aggregate(total.function, total.value, "all " + schema_.records[static_cast<std::size_t>(total.record)].name, total.condition, nullptr);
  }
  std::string operator()(const Node&, const TotalArithmetic& sum) const { return infix(sum.left, std::string(1, sum.sign), sum.right); }

 private:
  std::string infix(const NodePtr& left, std::string_view sign, const NodePtr& right) const { return "(" + print(left) + " " + std::string(sign) + " " + print(right) + ")"; }

  std::string way(const Path& path) const {
    std::string text(static_cast<std::size_t>(path.level), '^');
    for (const int step : path.steps) text += std::to_string(step) + "→";
    return text;
  }

  std::string range(Type type, const Value& low, const Value& high) const {
    if (low == high && low) return literal_text(schema_, type, low);
    return (low ? literal_text(schema_, type, low) : "") + ".." + (high ? literal_text(schema_, type, high) : "");
  }

  std::string aggregate(Function function, const NodePtr& value, const std::string& rows, const NodePtr& condition, const NodePtr& order) const {
    std::string text = std::string(k_functions[static_cast<std::size_t>(function)]) + "(" + (value ? print(value) + " of " : "") + rows;
    if (condition) text += " where " + print(condition);
    if (order) text += " latest by " + print(order);
    return text + ")";
  }

  const Schema& schema_;
};

}  // namespace

std::string typed_text(const Schema& schema, const Node& node) { return Printer(schema).print(node); }

}  // namespace laoyou::rules
