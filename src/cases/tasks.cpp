#include <map>

#include "cases/perform.h"

namespace laoyou::cases {
namespace {

/// The end of all days, for what has no deadline: so the worklist is one range of an index in the order of urgency.
const Instant k_never{253'370'764'800'000};

/// Whose rows: an office by its roles, else by its power; the applicant by the account.
std::vector<std::string> holders(const OpenCase& open, const procedures::Office& office) {
  if (office.key == procedures::k_applicant) return {"account:" + std::to_string(open.file.opened_by)};
  std::vector<std::string> all;
  for (const std::string& role : office.roles) all.push_back("role:" + role);
  if (all.empty() && office.power) all.push_back("power:" + record::Leaf<powers::Power>::to_json_text(*office.power));
  return all;
}

std::vector<RegionCode> places(const OpenCase& open, const procedures::Office& office, const std::optional<RegionLevel>& told) {
  std::vector<RegionCode> all;
  if (office.key == procedures::k_applicant) return {open.file.region};
  if (office.level) {
    all.push_back(procedures::place_of_office(open.file.region, *office.level));
    if (told) all.push_back(procedures::place_of_office(open.file.region, *told));
    return all;
  }
  for (std::optional<RegionCode> place = open.file.region; place; place = place->parent()) all.push_back(*place);
  return all;
}

class TaskList {
 public:
  TaskList(Desk& desk, store::Writing& writing, OpenCase& open) : writing_(writing), open_(open), deadlines_(procedures::deadlines(*open.procedure, *desk.services.calendar(), open.state)) {}

  /// The nearest deadline of somebody; a call back after a bad rating waits in a worklist alone.
  std::optional<Instant> nearest() const {
    std::optional<Instant> first;
    if (open_.state.phase == procedures::Phase::ended) return first;
    for (const procedures::Deadline& each : deadlines_)
      if (!first || each.at < *first) first = each.at;
    return first;
  }

  /// The rows that the state wants, written over those there were: what still waits for the same people stays as it is, and a row that waits for others
  /// takes the place of one that is done with, which costs half of a removal and an addition. New rows are added to `added`.
  void write(std::vector<CaseTask> old, std::vector<CaseTask>& added) {
    want();
    std::erase_if(wanted_, [&](const CaseTask& task) {
      const auto found = std::find_if(old.begin(), old.end(), [&](const CaseTask& each) { return same(each, task); });
      if (found == old.end()) return false;
      old.erase(found);
      return true;
    });
    store::Writing wide = writing_.beyond_scope();
    for (CaseTask& task : wanted_) {
      task.id = old.empty() ? writing_.new_id<CaseTask>() : old.back().id;
      if (old.empty()) {
        added.push_back(std::move(task));
        continue;
      }
      old.pop_back();
      wide.update(task);
    }
    for (const CaseTask& each : old) wide.remove(each.id);
  }

 private:
  /// Waits for the same people for the same thing until the same moment, whenever that began.
  static bool same(const CaseTask& one, const CaseTask& other) {
    const auto all = [](const CaseTask& task) { return std::tie(task.region, task.holder, task.procedure, task.step, task.part, task.unit, task.institution, task.due); };
    return all(one) == all(other);
  }

  void want() {
    switch (open_.state.phase) {
      case procedures::Phase::asked:
      case procedures::Phase::draft: add(*open_.procedure->find_office(procedures::k_applicant), "", 0, std::nullopt); break;
      case procedures::Phase::running:
      case procedures::Phase::suspended: parts(); break;
      case procedures::Phase::ended:
        if (open_.procedure->rating && open_.state.rating > 0 && open_.state.rating <= open_.procedure->rating->low && !open_.state.called_back)
          add(*open_.procedure->find_office(open_.procedure->rating->office), "call_back", 0, std::nullopt);
        break;
    }
  }

  void parts() {
    const procedures::Step* step = open_.procedure->find_step(open_.state.step);
    for (const procedures::PartState& now : open_.state.parts) {
      const procedures::Part* part = step->find_part(now.part);
      if (part == nullptr || !now.decision.empty()) continue;
      const bool told = now.passed && part->term && part->term->passing.level;
      add(*open_.procedure->find_office(part->office), now.part, now.unit, told ? part->term->passing.level : std::nullopt);
    }
  }

  Instant due(const std::string& part) const {
    Instant nearest = k_never;
    for (const procedures::Deadline& each : deadlines_)
      if (each.part == part && each.act == procedures::Act::pass) nearest = std::min(nearest, each.at);
    return nearest;
  }

  void add(const procedures::Office& office, const std::string& part, std::int64_t unit, const std::optional<RegionLevel>& told) {
    CaseTask task;
    task.of_case = open_.file.id;
    task.procedure = open_.procedure->key;
    task.step = open_.state.step;
    task.part = part;
    task.unit = unit;
    task.due = due(part);
    task.since = writing_.now();
    const auto keep = [&](const std::string& holder, RegionCode place) {
      task.holder = holder;
      task.region = place;
      wanted_.push_back(task);
    };
    // Institutions that the form names find rows of their own: they see nothing else of the place.
    const std::vector<std::int64_t> named = office.level || office.key == procedures::k_applicant ? std::vector<std::int64_t>() : named_institutions(open_);
    for (const std::string& holder : holders(open_, office)) {
      task.institution.reset();
      for (const RegionCode place : places(open_, office, told)) keep(holder, place);
      for (const std::int64_t each : named) {
        task.institution = each;
        keep(holder, RegionCode());
      }
    }
  }

  store::Writing& writing_;
  OpenCase& open_;
  std::vector<procedures::Deadline> deadlines_;
  std::vector<CaseTask> wanted_;
};

/// The rows there are of these cases.
std::map<std::int64_t, std::vector<CaseTask>> standing_tasks(const store::Snapshot& snapshot, const std::vector<OpenCase*>& cases) {
  std::map<std::int64_t, std::vector<CaseTask>> all;
  std::vector<Id<CaseFile>> ids;
  for (const OpenCase* open : cases) ids.push_back(open->file.id);
  snapshot.each<CaseTask>(store::Scope::country(), store::Filter().one_of("of_case", ids), [&](CaseTask task) { all[task.of_case.number].push_back(std::move(task)); });
  return all;
}

}  // namespace

void store_with_tasks(Desk& desk, store::Writing& writing, const std::vector<OpenCase*>& cases, bool are_new) {
  std::map<std::int64_t, std::vector<CaseTask>> standing;
  if (!are_new && !cases.empty()) standing = standing_tasks(writing, cases);
  store::Writing wide = writing.beyond_scope();  // whose cases they are was asked by sees()
  std::vector<CaseTask> added;
  for (OpenCase* open : cases) {
    TaskList list(desk, writing, *open);
    open->file.due = list.nearest();
    if (are_new)
      wide.insert(open->file);
    else
      wide.update(open->file);
    ++open->file.version;
    list.write(std::move(standing[open->file.id.number]), added);
  }
  wide.insert_all(added);
}

}  // namespace laoyou::cases
