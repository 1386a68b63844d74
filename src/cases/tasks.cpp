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

  /// The nearest deadline of somebody.
  std::optional<Instant> nearest() const {
    std::optional<Instant> first;
    for (const procedures::Deadline& each : deadlines_)
      if (each.part != "call_back" && (!first || each.at < *first)) first = each.at;
    return first;
  }

  void remove_old() {
    for (const CaseTask& old : writing_.select<CaseTask>(store::Scope::country(), store::Filter().equals("of_case", open_.file.id))) writing_.beyond_scope().remove(old.id);
  }

  void add_new() {
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

 private:
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
      task.id = writing_.new_id<CaseTask>();
      writing_.beyond_scope().insert(task);
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
};

}  // namespace

void store_with_tasks(Desk& desk, store::Writing& writing, OpenCase& open, bool is_new) {
  TaskList list(desk, writing, open);
  open.file.due = list.nearest();
  store::Writing wide = writing.beyond_scope();  // whose case it is was asked by sees()
  if (is_new) {
    wide.insert(open.file);
    open.file.version = 1;
  } else {
    wide.update(open.file);
    ++open.file.version;
    list.remove_old();
  }
  list.add_new();
}

}  // namespace laoyou::cases
