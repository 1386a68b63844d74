#include "engines/dispatch/broken.h"

namespace laoyou::dispatch {
namespace {

constexpr std::array<std::string_view, k_rules> k_names = {
    "unknown_stop", "twice", "locked", "endless", "skill", "wish", "excluded", "pinned_carer", "window", "unreachable", "backwards",
    "link", "same_carer", "group_split", "break_missing", "break_late", "break_alone", "shift_end", "two_places", "work_limit", "carer_work_limit"};

std::vector<std::string> words_of(const Problem& problem, const Broken& broken) {
  const auto carer = [&] { return problem.carers[static_cast<std::size_t>(broken.carer)].id; };
  switch (broken.rule) {
    case Rule::skill: return {problem.skills[static_cast<std::size_t>(broken.skill)] + " " + std::to_string(broken.level)};
    case Rule::wish: return {problem.traits[static_cast<std::size_t>(broken.trait)]};
    case Rule::window:
    case Rule::backwards:
    case Rule::link: return {std::to_string(broken.seconds)};
    case Rule::two_places:
    case Rule::carer_work_limit: return {carer()};
    default: return {};
  }
}

}  // namespace

std::string_view name_of(Rule rule) { return k_names[static_cast<std::size_t>(rule)]; }

Refusal refusal_of(const Problem& problem, const Broken& broken) {
  const std::string place = broken.shift == k_none ? "" : "/routes/" + std::to_string(broken.shift) + "/" + std::to_string(broken.stop);
  return {"dispatch.check." + std::string(name_of(broken.rule)), place, words_of(problem, broken)};
}

}  // namespace laoyou::dispatch
