#include "evaluation/tell.h"

#include "notices/tell.h"

namespace laoyou::evaluation {
namespace {

using notices::Addressee;
using notices::Importance;

constexpr notices::Kind k_opened{"notice.evaluation_opened", Importance::dated};
constexpr notices::Kind k_submitted{"notice.evaluation_submitted", Importance::dated};
constexpr notices::Kind k_returned{"notice.evaluation_returned", Importance::urgent};
constexpr notices::Kind k_announced{"notice.evaluation_announced", Importance::dated};
constexpr notices::Kind k_objected{"notice.evaluation_objected", Importance::dated};
constexpr notices::Kind k_answered{"notice.evaluation_answered", Importance::message};

struct About {
  const plan::Library& library;
  const EvaluationRound& round;
  const PlaceEvaluation& place;
};

/// `where`: readers see what lies in their region; what is for the city lies in the city.
void tell(store::Writing& writing, const About& about, const notices::Kind& kind, Addressee to, RegionCode where, std::optional<Date> due = std::nullopt, const std::string& more = {}) {
  std::vector<std::string> words{about.library.regions.name(about.place.region), std::to_string(about.round.year)};
  if (!more.empty()) words.push_back(more);
  notices::tell(writing, {kind, notices::cause(about.place), writing.now().text(), std::move(to), where, words, words,
                          "/plans/" + about.round.plan + "/evaluations/" + std::to_string(about.round.id.number) + "/" + about.place.region.text(), due});
}

Addressee reviewers() { return Addressee::holders(powers::Power::values_sign); }

}  // namespace

void tell_opened(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  tell(writing, {library, round, place}, k_opened, Addressee::reporters_of(place.region), place.region, round.report_due);
}

void tell_submitted(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  notices::settle(writing, notices::cause(place), {k_opened.code, k_returned.code});
  tell(writing, {library, round, place}, k_submitted, reviewers(), round.region);
}

void tell_returned(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  settle_submitted(writing, place);
  if (place.submitted_by) tell(writing, {library, round, place}, k_returned, Addressee::account(*place.submitted_by), place.region, std::nullopt, place.remark.value_or(""));
}

void tell_announced(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  notices::settle(writing, notices::cause(place), {k_opened.code});
  tell(writing, {library, round, place}, k_announced, Addressee::reporters_of(place.region), place.region, round.objections_until);
}

void tell_objected(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  settle_announced(writing, place);
  tell(writing, {library, round, place}, k_objected, reviewers(), round.region);
}

void tell_answered(store::Writing& writing, const plan::Library& library, const EvaluationRound& round, const PlaceEvaluation& place) {
  notices::settle(writing, notices::cause(place), {k_objected.code});
  tell(writing, {library, round, place}, k_answered, Addressee::reporters_of(place.region), place.region);
}

void settle_submitted(store::Writing& writing, const PlaceEvaluation& place) { notices::settle(writing, notices::cause(place), {k_submitted.code}); }

void settle_announced(store::Writing& writing, const PlaceEvaluation& place) { notices::settle(writing, notices::cause(place), {k_announced.code}); }

}  // namespace laoyou::evaluation
