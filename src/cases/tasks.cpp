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

  void renew() {
    for (const CaseTask& old : writing_.select<CaseTask>(store::Scope::country(), store::Filter().equals("of_case", open_.file.id))) writing_.beyond_scope().remove(old.id);
    open_.file.due.reset();
    for (const procedures::Deadline& each : deadlines_)
      if (each.part != "call_back" && (!open_.file.due || each.at < *open_.file.due)) open_.file.due = each.at;
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
    for (const std::string& holder : holders(open_, office))
      for (const RegionCode place : places(open_, office, told))
        writing_.beyond_scope().insert(CaseTask{writing_.new_id<CaseTask>(), place, open_.file.id, holder, open_.procedure->key, open_.state.step, part, unit, due(part), writing_.now()});
  }

  store::Writing& writing_;
  OpenCase& open_;
  std::vector<procedures::Deadline> deadlines_;
};

}  // namespace

void renew_tasks(Desk& desk, store::Writing& writing, OpenCase& open) { TaskList(desk, writing, open).renew(); }

}  // namespace laoyou::cases
