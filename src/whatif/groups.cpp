#include "whatif/groups.h"

#include <map>

#include "rules/columns/evaluate.h"
#include "rules/totals/rational.h"
#include "whatif/amounts.h"

namespace laoyou::whatif {
namespace {

constexpr std::int64_t k_band = 10;

struct Sums {
  rules::Wide before = 0, after = 0;
  GroupLine line;
};

/// The rows reached, with their amounts.
struct Reached {
  std::vector<std::size_t> rows;
  std::vector<std::int64_t> before, after;
};

class Grouper {
 public:
  Grouper(const rules::Book& book, const rules::Facts& facts, const rules::Rule& total, int record, const Reached& reached)
      : book_(book), facts_(facts), total_(total), record_(record), reached_(reached) {}

  template <class ValueOf, class Label>
  std::vector<GroupLine> lines(ValueOf&& value_of, Label&& label) const {
    std::map<std::optional<std::int64_t>, Sums> groups;
    for (std::size_t i = 0; i < reached_.rows.size(); ++i) {
      Sums& sums = groups[value_of(reached_.rows[i])];
      sums.before += reached_.before[i];
      sums.after += reached_.after[i];
      sums.line.reach_before += reached_.before[i] != 0 ? 1 : 0;
      sums.line.reach_after += reached_.after[i] != 0 ? 1 : 0;
      sums.line.gain += reached_.after[i] > reached_.before[i] ? 1 : 0;
      sums.line.lose += reached_.after[i] < reached_.before[i] ? 1 : 0;
    }
    std::vector<GroupLine> lines;
    const std::int64_t units = rules::stored_units(total_.tree->type.kind);
    for (auto& [value, sums] : groups) {
      sums.line.before = shown_number(total_, rules::rational(sums.before, units));
      sums.line.after = shown_number(total_, rules::rational(sums.after, units));
      sums.line.unknown = !value;
      if (value) label(*value, sums.line);
      lines.push_back(std::move(sums.line));
    }
    return lines;
  }

  void add_fields(Groups& groups) const {
    const rules::RecordKind& kind = book_.schema.records[static_cast<std::size_t>(record_)];
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
      const rules::Field& described = kind.fields[field];
      const bool coded = described.type.kind == rules::Kind::code || described.type.kind == rules::Kind::boolean;
      if (!coded || described.name == "synthetic") continue;
      const rules::Column& column = facts_.tables[static_cast<std::size_t>(record_)].column(static_cast<int>(field));
      add(groups, described.name, described.zh, described.en, lines([&](std::size_t row) { return column.at(row); }, [&](std::int64_t value, GroupLine& line) {
            if (described.type.kind == rules::Kind::boolean) {
              line.zh = value != 0 ? "是" : "否";
              line.en = value != 0 ? "Yes" : "No";
              return;
            }
            const rules::CodeList::Code& code = book_.schema.code_lists[static_cast<std::size_t>(described.type.detail)].codes[static_cast<std::size_t>(value)];
            line.zh = code.zh.empty() ? code.name : code.zh;
            line.en = code.en.empty() ? code.name : code.en;
          }));
    }
  }

  void add_numbers(Groups& groups, const Period& period) const {
    for (std::size_t rule = 0; rule < book_.rules.size(); ++rule) {
      const rules::Rule& described = book_.rules[rule];
      if (described.record != record_ || described.tree->type.kind != rules::Kind::integer) continue;
      const rules::RuleColumn column = rules::evaluate_rule(book_, facts_, period, static_cast<int>(rule));
      const auto band = [&](std::size_t row) {
        const rules::Value value = column.at(row);
        return value ? std::optional(*value / k_band * k_band) : std::nullopt;
      };
      add(groups, described.key, described.name, described.key, lines(band, [](std::int64_t value, GroupLine& line) {
            line.zh = std::to_string(value) + "–" + std::to_string(value + k_band - 1);
            line.en = line.zh;
          }));
    }
  }

 private:
  static void add(Groups& groups, const std::string& field, const std::string& zh, const std::string& en, std::vector<GroupLine> lines) {
    if (lines.size() > 1) groups.rows.push_back({field, zh, en, std::move(lines)});
  }

  const rules::Book& book_;
  const rules::Facts& facts_;
  const rules::Rule& total_;
  int record_;
  const Reached& reached_;
};

Reached reached_rows(const rules::Book& book, const rules::Facts& facts, const Asked& asked, int record, int before, int after) {
  const rules::RuleColumn old_amounts = rules::evaluate_rule(book, facts, asked.period, before), new_amounts = rules::evaluate_rule(book, facts, asked.period, after);
  const rules::Column& regions = facts.tables[static_cast<std::size_t>(record)].column(book.schema.records[static_cast<std::size_t>(record)].region_field);
  Reached reached;
  for (std::size_t row = 0; row < regions.rows(); ++row) {
    const std::int64_t old_amount = old_amounts.at(row).value_or(0), new_amount = new_amounts.at(row).value_or(0);
    if (old_amount == 0 && new_amount == 0) continue;
    const rules::Value region = regions.at(row);
    if (!region || !asked.region.contains(RegionCode::from_number(*region))) continue;
    reached.rows.push_back(row);
    reached.before.push_back(old_amount);
    reached.after.push_back(new_amount);
  }
  return reached;
}

}  // namespace

CheckedResult<Groups> groups_of(const Asked& asked, const facts::FactsKeeper& keeper, const GroupsRequest& request) {
  const int total = asked.plan->book->find_rule(request.total);
  if (total < 0) return Refusals{refuse("rules.no_such_rule", {request.total})};
  const auto what_if = what_if_of(*asked.plan, request.variant, asked.period.first_day());
  if (!what_if) return what_if.error();
  rules::Book book = what_if->together;
  const auto old_sum = only_sum(book, what_if->rules_before[static_cast<std::size_t>(total)]), new_sum = only_sum(book, what_if->rules_after[static_cast<std::size_t>(total)]);
  if (!old_sum || !new_sum || old_sum->record != new_sum->record) return Refusals{refuse("whatif.no_sum", {request.total})};
  const int before = add_amount(book, *old_sum), after = add_amount(book, *new_sum);
  const rules::Rule& shown = what_if->before->rules[static_cast<std::size_t>(total)];
  Groups groups{request.total, book.schema.records[static_cast<std::size_t>(old_sum->record)].name, shown_unit(shown), 0, {}};
  keeper.read([&](const rules::Facts& facts, const facts::FactsMoment&) {
    const Reached reached = reached_rows(book, facts, asked, old_sum->record, before, after);
    groups.reached = static_cast<std::int64_t>(reached.rows.size());
    const Grouper by_before(*what_if->before, facts, shown, old_sum->record, reached);
    by_before.add_numbers(groups, asked.period);
    by_before.add_fields(groups);
  });
  return groups;
}

}  // namespace laoyou::whatif
