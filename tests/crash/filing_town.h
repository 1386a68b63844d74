// A town where childcare places are filed.
#pragma once

#include "case_town.h"
#include "registry/institution.h"

namespace laoyou::crash {

inline TownNeeds filing_needs() { return {"plans/national/procedures/nursery_filing.yaml"}; }

/// A case of the filing of a childcare place that only this case names, with its papers, as a draft; its id.
inline std::int64_t open_filing(CaseTown& town, store::Writing& writing, std::int64_t account) {
  registry::Institution place;
  place.id = writing.new_id<registry::Institution>();
  place.region = k_district;
  place.name = "小树苗托育中心";
  writing.insert(place);
  boost::json::object values{{"place", std::to_string(place.id.number)}, {"operated_by", "nonprofit"}, {"head_name", "王园长"}, {"head_phone", "13800000000"}, {"floor_area", 320}, {"leased", false},
                             {"forms_of_care", boost::json::array{"full_day"}}, {"slots", 60}, {"serves_meals", false}};
  return town.open_case(writing, account, std::move(values), {"registration", "premises_proof", "staff_certificates", "hygiene_report", "fire_certificate", "commitment"});
}

}  // namespace laoyou::crash
