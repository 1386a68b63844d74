// What a request speaks of, found and held against what one may do.
#pragma once

#include "evaluation/room.h"
#include "plan/stack/library.h"
#include "record/json_read.h"
#include "record/json_write.h"
#include "store/acting.h"

namespace laoyou::evaluation {

struct Asked {
  std::shared_ptr<const plan::Library> library;
  std::shared_ptr<const plan::Plan> plan;
};

/// A plan that concerns who acts; another city's is answered as if it were not there.
Result<Asked> asked_plan(const Services& services, const store::Acting& acting, const std::string& plan);

/// Who opens a year, reviews, tells the results and publishes: accounts of the plan's own region or above that sign.
bool runs(const store::Acting& acting, const plan::Plan& plan);
/// Who reports for a place: accounts of exactly this place that fill in values.
bool reports(const store::Acting& acting, RegionCode region);

/// Refused as "evaluation.not_found" when it is of another plan.
Result<EvaluationRound> find_round(const store::Snapshot& snapshot, const std::string& plan, Id<EvaluationRound> round);

/// A place of a round with what it handed in.
struct FoundPlace {
  EvaluationRound round;
  PlaceEvaluation place;
  PlacePaper paper;
};
Result<FoundPlace> find_place(const store::Snapshot& snapshot, const std::string& plan, Id<EvaluationRound> round, RegionCode region);
/// All of a round, by place.
std::vector<FoundPlace> all_places(const store::Snapshot& snapshot, const EvaluationRound& round);

template <record::Described T>
std::string json_of(const T& value) {
  std::string text;
  record::write_json(text, value, record::View{});
  return text;
}
/// What this room has written; an empty text is an empty record.
template <record::Described T>
T from_json(const std::string& text) {
  return text.empty() ? T() : record::parse_json<T>(text).value();
}

}  // namespace laoyou::evaluation
