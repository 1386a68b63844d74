#include "rules/explain/text.h"

#include <set>

#include "rules/explain/phrase.h"

namespace laoyou::rules {
namespace {

class Writing {
 public:
  Writing(const ExplainWords& words) : words_(words), phrase_(words) {}

  std::string row(const Explanation& told) {
    const Rule& rule = words_.book().rules[static_cast<std::size_t>(told.rule)];
    line(0, words_.say("explain.statement", {words_.rule_name(told.rule), answer(told)}));
    const std::string basis = words_.basis(rule);
    line(1, words_.say("explain.of_row", {words_.row(told.row), told.period.text()}));
    if (!basis.empty()) line(1, words_.say("explain.basis", {basis}));
    node(1, told.tree);
    return text_;
  }

 private:
  void line(int indent, const std::string& words) { text_ += std::string(static_cast<std::size_t>(indent) * 2, ' ') + words + "\n"; }

  std::string answer(const Explanation& told) {
    if (told.verdict == Verdict::decided) return phrase_.outcome(told.tree);
    std::vector<std::string> all;
    for (const FactPlace& place : told.needs) all.push_back(place.record == told.row.record && place.row == told.row.row ? words_.field(place.record, place.field) : words_.fact(place));
    if (told.verdict == Verdict::open) return words_.say("explain.needs", {words_.listed(all)});
    reasons(told.tree, all);
    return all.empty() ? words_.say("explain.nothing") : words_.say("explain.no_value", {words_.listed(all)});
  }

  void reasons(const ExplainedNode& node, std::vector<std::string>& all) const {
    if (const std::string reason = phrase_.reason(node); !reason.empty()) all.push_back(reason);
    for (const ExplainedNode& child : node.children)
      if (!child.value) reasons(child, all);
  }

  // The node on a line, and below it what its half of a line could not say.
  void node(int indent, const ExplainedNode& told) {
    std::visit([&](const auto& what) { write(indent, told, what); }, told.node->what);
  }

  void below(int indent, const ExplainedNode& told) {
    for (const ExplainedNode& child : told.children)
      if (!phrase_.says_all(child) && !was_told(child)) node(indent + 1, child);
  }

  // A rule that was told in full for the same row.
  bool was_told(const ExplainedNode& child) const {
    const auto* what = std::get_if<RuleRead>(&child.node->what);
    return what != nullptr && !child.children.empty() && told_.contains({what->rule, child.children[0].rows[0].record, child.children[0].rows[0].row});
  }

  template <class Other>
  void write(int indent, const ExplainedNode& told, const Other&) {
    line(indent, phrase_.of(told));
    if (!phrase_.says_all(told)) below(indent, told);
  }

  void statement(int indent, const ExplainedNode& told) {
    line(indent, words_.say("explain.statement", {phrase_.statement(told), phrase_.outcome(told)}));
    below(indent, told);
  }

  void write(int indent, const ExplainedNode& told, const Binary& what) {
    const bool logical = what.sign == BinarySign::logical_and || what.sign == BinarySign::logical_or;
    if (!logical && told.node->type.kind == Kind::boolean) return statement(indent, told);
    if (!logical) {
      line(indent, words_.say("explain.sum", {phrase_.outcome(told)}));
      return terms(indent + 1, told, false);
    }
    line(indent, words_.say(what.sign == BinarySign::logical_and ? "explain.all_of" : "explain.any_of", {phrase_.outcome(told)}));
    members_of(indent + 1, told, what.sign);
  }

  // a and b and c is one list; what is not decided is left out where the rest decides.
  void members_of(int indent, const ExplainedNode& told, BinarySign sign) {
    for (const ExplainedNode& child : told.children) {
      const auto* same = std::get_if<Binary>(&child.node->what);
      if (told.value && !child.value) continue;
      if (same != nullptr && same->sign == sign) members_of(indent, child, sign);
      else node(indent, child);
    }
  }

  // a + b − c is one list as well.
  void terms(int indent, const ExplainedNode& told, bool taken_away) {
    const auto* what = std::get_if<Binary>(&told.node->what);
    if (what != nullptr && (what->sign == BinarySign::add || what->sign == BinarySign::subtract)) {
      terms(indent, told.children.at(0), taken_away);
      return terms(indent, told.children.at(1), taken_away != (what->sign == BinarySign::subtract));
    }
    line(indent, (taken_away ? "− " : "+ ") + phrase_.of(told));
    if (!phrase_.says_all(told)) below_or_self(indent, told);
  }

  // A rule that is read is told in full; of other nodes the half line stands already.
  void below_or_self(int indent, const ExplainedNode& told) {
    if (std::holds_alternative<RuleRead>(told.node->what) || std::holds_alternative<Related>(told.node->what) || std::holds_alternative<Case>(told.node->what)) node(indent + 1, told);
    else below(indent, told);
  }

  void write(int indent, const ExplainedNode& told, const Unary& what) {
    if (what.sign == UnarySign::is_missing) return statement(indent, told);
    if (what.sign == UnarySign::negate) return line(indent, phrase_.of(told)), below(indent, told);
    line(indent, words_.say("explain.not", {phrase_.outcome(told)}));
    node(indent + 1, told.children.at(0));
  }

  void write(int indent, const ExplainedNode& told, const InRanges&) { statement(indent, told); }
  void write(int indent, const ExplainedNode& told, const Within&) { statement(indent, told); }
  void write(int indent, const ExplainedNode& told, const InPeriod&) { statement(indent, told); }

  void write(int indent, const ExplainedNode& told, const Widen&) { node(indent, told.children.at(0)); }

  void write(int indent, const ExplainedNode& told, const RuleRead& what) {
    const Rule& rule = words_.book().rules[static_cast<std::size_t>(what.rule)];
    const std::string basis = words_.basis(rule), name = words_.say("explain.named", {words_.rule_name(what.rule), phrase_.outcome(told)});
    const bool again = !told.children.empty() && !told_.insert({what.rule, told.children[0].rows[0].record, told.children[0].rows[0].row}).second;
    line(indent, basis.empty() || again ? name : words_.say("explain.with_basis", {name, basis}));
    if (!again && !told.children.empty()) node(indent + 1, told.children[0]);
  }

  void write(int indent, const ExplainedNode& told, const Fallback&) {
    if (told.children.size() == 1) return node(indent, told.children[0]);
    line(indent, words_.say("explain.instead", {phrase_.of(told.children[0]), phrase_.of(told.children[1])}));
    below(indent, told);
  }

  void write(int indent, const ExplainedNode& told, const Bands& what) {
    const bool taken = told.branch >= 0 && told.branch < static_cast<int>(what.rows.size());
    const TableRow* const row = taken ? &what.rows[static_cast<std::size_t>(told.branch)] : nullptr;
    const std::string band = taken ? words_.range(what.key->type, row->low, row->high) : told.branch >= 0 ? words_.say("explain.others") : "";
    const std::string key = phrase_.of(told.children[0]);
    line(indent, band.empty() ? words_.say("explain.statement", {key, phrase_.outcome(told)}) : words_.say("explain.band", {key, band, phrase_.outcome(told)}));
    below(indent, told);
  }

  void write(int indent, const ExplainedNode& told, const Case&) {
    line(indent, words_.say("explain.choice", {phrase_.outcome(told)}));
    const std::size_t conditions = told.children.size() - (told.branch >= 0 ? 1 : 0);
    for (std::size_t i = 0; i < conditions; ++i) {
      const ExplainedNode& condition = told.children[i];
      line(indent + 1, words_.say("explain.branch", {std::to_string(i + 1), phrase_.outcome(condition)}));
      node(indent + 2, condition);
    }
    if (told.branch < 0) return;
    const ExplainedNode& result = told.children.back();
    line(indent + 1, words_.say("explain.taken", {phrase_.says_all(result) ? phrase_.of(result) : phrase_.outcome(result)}));
    if (!phrase_.says_all(result)) node(indent + 2, result);
  }

  void write(int indent, const ExplainedNode& told, const Related& what) {
    const std::string written = words_.written(told.rule, *told.node), name = written.empty() ? words_.record(what.record) : written;
    line(indent, words_.say("explain.related", {name, phrase_.outcome(told), words_.record(what.record), std::to_string(told.members_in_all)}));
    for (const ExplainedNode::Member& member : told.members) {
      const std::string_view counts = !member.counts ? "explain.counts_open" : *member.counts != 0 ? "explain.counts" : "explain.counts_not";
      line(indent + 1, words_.say("explain.statement", {words_.row(member.row), words_.say(counts)}));
      for (const ExplainedNode& child : member.children) node(indent + 2, child);
    }
    if (told.members_in_all > told.members.size()) line(indent + 1, words_.say("explain.more", {std::to_string(told.members_in_all - told.members.size())}));
  }

  const ExplainWords& words_;
  ExplainPhrase phrase_;
  std::set<std::tuple<int, int, std::size_t>> told_;  // rules told in full for a row
  std::string text_;
};

}  // namespace

std::string explanation_text(const RowEvaluator& evaluator, const Explanation& explanation, Language language) {
  const ExplainWords words(evaluator.book(), evaluator.facts(), language);
  return Writing(words).row(explanation);
}

}  // namespace laoyou::rules
