#include "whatif/plan_text.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "store/digest.h"

namespace laoyou::whatif {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::size_t indent_of(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }
bool is_blank(const std::string& line) { return indent_of(line) == line.size(); }

/// Text that YAML could take for something else is put in quotes.
std::string scalar(const std::string& text) {
  const bool plain = !text.empty() && text.find_first_of(":#{}[],&*!|>'\"%@`?-") == std::string::npos && text.front() != ' ' && text.back() != ' ';
  if (plain || text.find_first_not_of("0123456789.%") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "\"";
}

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string value_text(const Rows& rows) {
  if (rows.empty()) return "null";
  if (rows.size() == 1 && rows.front().first.empty()) return scalar(rows.front().second);
  std::string text = "{";
  for (const auto& [key, value] : rows) text += (text.size() > 1 ? ", " : "") + key + ": " + scalar(value);
  return text + "}";
}

std::string dated_line(Date from, const Rows& rows, const std::string& document, std::size_t indent) {
  const std::string value = value_text(rows);
  return std::string(indent, ' ') + from.text() + ": " + (document.empty() ? value : "{value: " + value + ", document: " + scalar(document) + "}");
}

Rows rows_of(const rules::DatedValueSource& value) {
  Rows rows;
  for (const auto& [key, amount] : value.rows) rows.emplace_back(key.text, amount.text);
  return rows;
}

/// All values of a parameter before the day, and the new one.
Lines dated_lines(const rules::ParameterSource& parameter, Date from, const Rows& rows, const std::string& document, std::size_t indent) {
  Lines lines;
  for (const rules::DatedValueSource& value : parameter.values)
    if (value.from < from) lines.push_back(dated_line(value.from, rows_of(value), value.document, indent));
  lines.push_back(dated_line(from, rows, document, indent));
  return lines;
}

/// The last line that belongs to what begins at `first`, comments and blank lines behind it not.
std::size_t end_of_block(const Lines& lines, std::size_t first) {
  std::size_t end = first + 1;
  for (std::size_t line = first + 1; line < lines.size(); ++line) {
    if (is_blank(lines[line])) continue;
    if (indent_of(lines[line]) <= indent_of(lines[first])) break;
    end = line + 1;
  }
  return end;
}

/// Puts other values in the place of those an entry of this file has.
void replace_values(Lines& lines, const rules::ParameterSource& parameter, Date from, const Rows& rows, const std::string& document) {
  const auto key = static_cast<std::size_t>(parameter.place.line - 1);
  const std::size_t end = end_of_block(lines, key);
  for (std::size_t line = key + 1; line < end; ++line) {
    const std::size_t indent = indent_of(lines[line]);
    if (lines[line].substr(indent).rfind("values:", 0) != 0) continue;
    const std::size_t values_end = end_of_block(lines, line);
    lines[line] = std::string(indent, ' ') + "values:";
    const Lines made = dated_lines(parameter, from, rows, document, indent + 2);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line) + 1, lines.begin() + static_cast<std::ptrdiff_t>(values_end));
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line) + 1, made.begin(), made.end());
    return;
  }
}

/// Writes a lower layer's parameter into this plan.
void add_parameter(Lines& lines, const rules::ParameterSource& parameter, Date from, const Rows& rows, const std::string& document, const std::string& source) {
  auto section = std::find(lines.begin(), lines.end(), "parameters:");
  if (section == lines.end()) {
    section = std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty() && line.front() != '#' && line.front() != ' '; });
    section = lines.insert(section, {"parameters:", ""});
  }
  Lines made{"  " + parameter.key + ":", "    name: " + scalar(parameter.name), "    values:"};
  for (std::string& line : dated_lines(parameter, from, rows, document, 6)) made.push_back(std::move(line));
  made.push_back("    source: " + scalar(source));
  if (parameter.example) made.push_back("    example: yes");
  const std::size_t end = end_of_block(lines, static_cast<std::size_t>(section - lines.begin()));
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), made.begin(), made.end());
}

/// Whether the plan's own clauses.csv has it, or it has the clause with a detail behind.
bool own_clause(const plan::Plan& plan, const std::string& source) {
  return std::any_of(plan.content.clauses.begin(), plan.content.clauses.end(), [&](const auto& row) {
    return row.layer == plan.content.head.layer && (source == row.value.number || source.starts_with(row.value.number + " "));
  });
}

}  // namespace

std::string rules_file(const plan::Plan& plan) {
  const std::string& place = plan.content.head.place;
  const std::filesystem::path head = place.substr(0, place.find(':'));
  return (head.parent_path() / "rules.yaml").string();
}

Result<std::string> carried_text(const plan::Plan& plan, const std::string& text, const Variant& variant, Date from, const std::string& document,
                                 const std::optional<std::string>& clause) {
  if (clause && !own_clause(plan, *clause)) return at("/clause", refuse("plan.unknown_clause", {*clause}));
  if (!variant.rules.empty()) return refuse("whatif.rules_by_hand", {variant.rules.front().key});
  Lines lines = lines_of(text);
  struct Found {
    const rules::ParameterSource* parameter;
    bool own;
    Rows rows;
  };
  std::vector<Found> found;
  for (const ParameterChange& change : variant.parameters) {
    const auto row = std::find_if(plan.content.parameters.begin(), plan.content.parameters.end(), [&](const auto& each) { return each.value.key == change.key; });
    if (row == plan.content.parameters.end()) return refuse("rules.no_such_rule", {change.key});
    Rows rows;
    for (const AmountRow& amount : change.rows) rows.emplace_back(amount.key, amount.value);
    const bool own = row->layer == plan.content.head.layer;
    if (!own && !clause && !own_clause(plan, row->value.source)) return at("/clause", refuse("whatif.clause_needed", {row->value.name, row->value.source}));
    found.push_back({&row->value, own, std::move(rows)});
  }
  // From the end of the file up, so that the lines above keep their numbers; what is new goes in last.
  std::stable_sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
    return std::pair(!left.own, -left.parameter->place.line) < std::pair(!right.own, -right.parameter->place.line);
  });
  for (const Found& each : found) {
    if (each.own)
      replace_values(lines, *each.parameter, from, each.rows, document);
    else
      add_parameter(lines, *each.parameter, from, each.rows, document, clause.value_or(each.parameter->source));
  }
  return text_of(lines);
}

Difference difference_of(const std::string& file, const std::string& before, const std::string& after) {
  constexpr std::size_t k_around = 3;
  const Lines old_lines = lines_of(before), new_lines = lines_of(after);
  std::size_t first = 0;
  while (first < old_lines.size() && first < new_lines.size() && old_lines[first] == new_lines[first]) ++first;
  std::size_t same_behind = 0;
  while (same_behind < old_lines.size() - first && same_behind < new_lines.size() - first &&
         old_lines[old_lines.size() - 1 - same_behind] == new_lines[new_lines.size() - 1 - same_behind])
    ++same_behind;
  Difference difference{file, store::Digest(store::DigestAlgorithm::sha256).field(before).field(after).finish(), {}};
  const auto add = [&](LineKind kind, const Lines& lines, std::size_t from, std::size_t to) {
    for (std::size_t line = from; line < to; ++line) difference.lines.push_back({kind, static_cast<std::int32_t>(line + 1), lines[line]});
  };
  add(LineKind::same, new_lines, first < k_around ? 0 : first - k_around, first);
  add(LineKind::removed, old_lines, first, old_lines.size() - same_behind);
  add(LineKind::added, new_lines, first, new_lines.size() - same_behind);
  add(LineKind::same, new_lines, new_lines.size() - same_behind, std::min(new_lines.size(), new_lines.size() - same_behind + k_around));
  return difference;
}

}  // namespace laoyou::whatif
