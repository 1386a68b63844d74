// A parse tree as text again, with no more brackets than it needs.
#include <array>

#include "rules/text/parse.h"

namespace laoyou::rules {
namespace {

/// How tightly a way of writing binds; an operand that binds less than its place asks for goes into brackets.
enum Tightness { k_otherwise, k_or, k_and, k_not, k_comparison, k_sum, k_product, k_unary, k_value };

struct SignTightness {
  std::string_view sign;
  Tightness own, left, right;
};
constexpr std::array k_signs{
    SignTightness{"else", k_otherwise, k_otherwise, k_or}, SignTightness{"or", k_or, k_or, k_and},         SignTightness{"and", k_and, k_and, k_not},
    SignTightness{"+", k_sum, k_sum, k_product},           SignTightness{"-", k_sum, k_sum, k_product},    SignTightness{"*", k_product, k_product, k_unary},
    SignTightness{"/", k_product, k_product, k_unary},
};

/// The signs that are not listed compare.
SignTightness tightness(std::string_view sign) {
  for (const SignTightness& each : k_signs)
    if (each.sign == sign) return each;
  return {sign, k_comparison, k_sum, k_sum};
}

struct Written {
  std::string text;
  Tightness own = k_value;
};

std::string printed(const ParseNode& node, Tightness wanted);

std::string range_text(const ParsedRange& range) {
  if (range.low && range.low == range.high) return printed(*range.low, k_sum);
  return (range.low ? printed(*range.low, k_sum) : "") + ".." + (range.high ? printed(*range.high, k_sum) : "");
}

struct Printer {
  Written operator()(const ParsedNumber& number) {
    const bool ascii_word = !number.unit.empty() && std::isalpha(static_cast<unsigned char>(number.unit[0])) != 0;
    return {number.digits + (ascii_word ? " " : "") + number.unit};
  }
  Written operator()(const ParsedDate& date) { return {date.text}; }
  Written operator()(const ParsedPeriod& period) { return {period.text}; }
  Written operator()(const ParsedText& text) { return {text.text.find('"') == std::string::npos ? '"' + text.text + '"' : "“" + text.text + "”"}; }
  Written operator()(const ParsedBoolean& boolean) { return {boolean.value ? "true" : "false"}; }
  Written operator()(const ParsedName& name) {
    std::string text;
    for (const std::string& part : name.parts) text += (text.empty() ? "" : ".") + part;
    return {text};
  }
  Written operator()(const ParsedUnary& unary) {
    if (unary.sign == "not") return {"not " + printed(*unary.operand, k_not), k_not};
    return {unary.sign + printed(*unary.operand, k_unary), k_unary};
  }
  Written operator()(const ParsedBinary& binary) {
    const SignTightness sign = tightness(binary.sign);
    return {printed(*binary.left, sign.left) + " " + binary.sign + " " + printed(*binary.right, sign.right), sign.own};
  }
  Written operator()(const ParsedIn& in) {
    std::string list;
    for (const ParsedRange& range : in.ranges) list += (list.empty() ? "" : ", ") + range_text(range);
    if (in.ranges.size() > 1 || list.starts_with("(")) list = "(" + list + ")";
    return {printed(*in.operand, k_sum) + (in.negated ? " not in " : " in ") + list, k_comparison};
  }
  Written operator()(const ParsedCase& cases) {
    std::string rows;
    for (const auto& [condition, value] : cases.branches) rows += printed(*condition, k_otherwise) + ": " + printed(*value, k_otherwise) + "; ";
    return {(cases.ordered ? "first { " : "case { ") + with_otherwise(std::move(rows), cases.otherwise)};
  }
  Written operator()(const ParsedBands& bands) {
    std::string rows;
    for (const auto& [range, value] : bands.rows) rows += range_text(range) + ": " + printed(*value, k_otherwise) + "; ";
    return {"bands " + printed(*bands.key, k_otherwise) + " { " + with_otherwise(std::move(rows), bands.otherwise)};
  }
  Written operator()(const ParsedLookup& lookup) { return {lookup.table + "[" + printed(*lookup.key, k_otherwise) + "]"}; }
  Written operator()(const ParsedCall& call) {
    std::string arguments;
    for (const ParsePtr& argument : call.arguments) arguments += (arguments.empty() ? "" : ", ") + printed(*argument, k_otherwise);
    return {call.function + "(" + arguments + ")"};
  }
  Written operator()(const ParsedAggregate& aggregate) {
    std::string text = aggregate.function + "(";
    if (aggregate.value) text += printed(*aggregate.value, k_otherwise) + " of ";
    text += aggregate.record;
    if (aggregate.condition) text += " where " + printed(*aggregate.condition, k_otherwise);
    if (aggregate.order) text += " by " + printed(*aggregate.order, k_otherwise);
    return {text + ")"};
  }

  static std::string with_otherwise(std::string rows, const ParsePtr& otherwise) {
    if (otherwise) return rows + "else: " + printed(*otherwise, k_otherwise) + " }";
    rows.resize(rows.size() - 2);
    return rows + " }";
  }
};

std::string printed(const ParseNode& node, Tightness wanted) {
  const Written written = std::visit(Printer{}, node.what);
  return written.own < wanted ? "(" + written.text + ")" : written.text;
}

}  // namespace

std::string print(const ParseNode& tree) { return printed(tree, k_otherwise); }

}  // namespace laoyou::rules
