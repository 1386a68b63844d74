#include <set>

#include "plan/answers/plan_answers.h"

namespace laoyou::plan {
namespace {

using ClauseKey = std::pair<std::string, std::string>;  // layer, number

/// The clause a source names: itself, or what is left after a space and a detail is cut off, the longest first.
std::optional<ClauseKey> clause_of(const std::set<ClauseKey>& clauses, const std::string& layer, std::string source) {
  while (true) {
    ClauseKey key{layer, source};
    if (clauses.contains(key)) return key;
    const std::size_t space = source.rfind(' ');
    if (space == std::string::npos) return std::nullopt;
    source.resize(space);
  }
}

class UseCollector {
 public:
  explicit UseCollector(const Plan& plan) {
    for (const auto& clause : plan.content.clauses) clauses_.emplace(clause.layer, clause.value.number);
  }

  template <class T, class Name>
  void add(RowKind kind, const Rows<T>& rows, Name name) {
    for (const auto& row : rows) add_row(kind, row, name(row.value));
  }
  template <class T>
  void add_row(RowKind kind, const Row<T>& row, const std::string& name) {
    if (const auto key = clause_of(clauses_, row.layer, row.value.source)) uses_[*key].push_back({kind, std::string(row_key(row.value)), name});
  }
  std::vector<ClauseUse> take(const std::string& layer, const std::string& number) { return std::move(uses_[{layer, number}]); }

 private:
  std::set<ClauseKey> clauses_;
  std::map<ClauseKey, std::vector<ClauseUse>> uses_;
};

}  // namespace

std::vector<ClauseRow> clause_rows(const Plan& plan, RegionCode scope) {
  const Folder& content = plan.content;
  UseCollector uses(plan);
  uses.add(RowKind::indicator, content.indicators, [](const Indicator& row) { return row.name; });
  uses.add(RowKind::task, content.tasks, [](const Task& row) { return row.title; });
  uses.add(RowKind::milestone, content.milestones, [](const Milestone& row) { return row.content; });
  for (const auto& row : content.projects)
    if (project_visible(plan, row.value, scope)) uses.add_row(RowKind::project, row, row.value.name);
  uses.add(RowKind::policy, content.policies, [](const Policy& row) { return row.title; });
  uses.add(RowKind::standard, content.standards, [](const Standard& row) { return row.name; });
  uses.add(RowKind::document, content.documents, [](const Document& row) { return row.title; });
  uses.add(RowKind::body, content.bodies, [](const Body& row) { return row.name; });
  uses.add(RowKind::service, content.services, [](const PlaceService& row) { return row.place + "：" + row.name; });
  uses.add(RowKind::figure, content.figures, [](const Figure& row) { return row.name; });
  std::vector<ClauseRow> rows;
  for (const auto& [clause, layer, place] : content.clauses)
    rows.push_back({clause.number, clause.title, clause.title_en, clause.summary, clause.unverified, layer, uses.take(layer, clause.number)});
  own_layer_first(plan, rows);
  return rows;
}

}  // namespace laoyou::plan
