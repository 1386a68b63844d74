// Where the next places should stand, with the proof of how good the answer is.
#pragma once

#include <functional>

#include "planning/answers/reach.h"

namespace laoyou::planning {

enum class SitingObjective {
  most_people,     ///< most people within the limit
  least_travel,    ///< least way of all together
  least_farthest,  ///< least way of whoever has the farthest
  everybody        ///< everybody within the limit, with the fewest places
};
LAOYOU_ENUM(SitingObjective, "siting_objective", most_people, least_travel, least_farthest, everybody)

enum class SitingCandidates { villages, addresses, given };
LAOYOU_ENUM(SitingCandidates, "siting_candidates", villages, addresses, given)

struct GivenCandidate {
  std::string name;
  double longitude = 0, latitude = 0;
  std::optional<std::int64_t> capacity, price_fen;
};
LAOYOU_RECORD(GivenCandidate, "siting_given_candidate", name, longitude, latitude, capacity, price_fen)

struct SitingRequest {
  std::optional<RegionCode> region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
  SitingObjective objective = SitingObjective::most_people;
  std::optional<std::int32_t> places;       ///< new ones
  std::optional<std::int64_t> budget_fen;
  SitingCandidates candidates = SitingCandidates::villages;
  std::vector<GivenCandidate> given;
  std::optional<bool> keep_existing;        ///< true unless said otherwise
  std::optional<double> seconds;
  std::optional<double> least_people;       ///< a new place serves at least so many
};
LAOYOU_RECORD(SitingRequest, "siting_request", region, kind, way, minutes, metres, group, objective, places, budget_fen, candidates, given, keep_existing, seconds, least_people)

/// Among all answers that are as good but for a trifle: is the place in each, in some, or in this one alone?
enum class Robustness { every, some, one };
LAOYOU_ENUM(Robustness, "siting_robustness", every, some, one)

struct SitedPlace {
  std::int32_t order = 0;
  std::string name;
  double longitude = 0, latitude = 0;
  RegionCode region;
  std::string region_name;
  std::int64_t gain = 0;                    ///< people more within the limit than before it
  std::optional<std::int64_t> capacity, price_fen;
  std::optional<Robustness> robust;
};
LAOYOU_RECORD(SitedPlace, "siting_place", order, name, longitude, latitude, region, region_name, gain, capacity, price_fen, robust)

struct Sentence {
  std::string zh, en;
};
LAOYOU_RECORD(Sentence, "planning_sentence", zh, en)

struct SitingOutcome {
  RegionCode region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  std::int64_t people = 0, before_reached = 0, after_reached = 0;
  double before_share = 0, after_share = 0;
  double value = 0, bound = 0, gap = 0;
  bool proved = false;
  double seconds = 0;
  std::int64_t candidates = 0;
  std::string proof_zh, proof_en;
  std::vector<SitedPlace> places;
  std::vector<Sentence> binding;            ///< why nothing fits; then there are no places
};
LAOYOU_RECORD(SitingOutcome, "siting_outcome", region, kind, people, before_reached, after_reached, before_share, after_share, value, bound, gap, proved, seconds, candidates, proof_zh, proof_en,
              places, binding)

/// The request's own bounds: refused as question_of() refuses, as "planning.siting_unclear" without a number of places or a budget where one is needed, as
/// "planning.candidates_missing" where none are given, "planning.seconds_out_of_range" {1, 600}.
CheckedResult<Question> check_siting(const GoingRules& rules, const SitingRequest& request);

/// How a search is watched.
struct SitingWatch {
  std::function<double()> seconds;           ///< since it began
  std::function<bool()> go_on;               ///< false: stop with what there is
  std::function<void(const char*)> phase;    ///< may throw
};

/// Answers the request within its seconds, and as long again for what is robust. What cannot be met is an outcome with `binding`. Refused as "planning.siting_too_large".
CheckedResult<SitingOutcome> choose_sites(const Situation& situation, const SitingRequest& request, const Question& question, RegionCode within, const regions::RegionTree& names,
                                          const SitingWatch& watch);

}  // namespace laoyou::planning
