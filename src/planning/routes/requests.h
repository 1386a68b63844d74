// What the routes of planning are asked.
#pragma once

#include "planning/answers/change.h"
#include "http/paper_format.h"
#include "jobs/records.h"
#include "planning/maps/keep_map.h"

namespace laoyou::planning {

struct RegionRequest {
  std::optional<RegionCode> region;
};
LAOYOU_RECORD(RegionRequest, "planning_region_request", region)

struct PlacesRequest {
  std::optional<RegionCode> region;
  std::optional<registry::InstitutionKind> kind;
};
LAOYOU_RECORD(PlacesRequest, "planning_places_request", region, kind)

struct QuestionRequest {
  std::optional<RegionCode> region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
};
LAOYOU_RECORD(QuestionRequest, "planning_question_request", region, kind, way, minutes, metres, group)

struct PaperRequest {
  std::optional<RegionCode> region;
  std::optional<http::PaperFormat> format;  ///< without one: pdf
};
LAOYOU_RECORD(PaperRequest, "planning_paper_request", region, format)

enum class MapPaperFormat { pdf, png };
LAOYOU_ENUM(MapPaperFormat, "planning_map_paper_format", pdf, png)

struct MapPaperRequest {
  std::optional<RegionCode> region;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
  std::optional<MapPaperFormat> format;  ///< without one: pdf
};
LAOYOU_RECORD(MapPaperRequest, "planning_map_paper_request", region, kind, way, minutes, metres, group, format)

struct TileRequest {
  std::int32_t z = 0, x = 0, y = 0;
  std::optional<RegionCode> region;
  std::optional<registry::InstitutionKind> kind;
  std::optional<std::string> v;  ///< of the map; only so that the address changes with it
};
LAOYOU_RECORD(TileRequest, "planning_tile_request", z, x, y, region, kind, v)

struct NeedRequest {
  std::optional<RegionCode> region;
  std::optional<std::int32_t> years;
};
LAOYOU_RECORD(NeedRequest, "planning_need_request", region, years)

struct ImportMapRequest {
  RegionCode region;
  std::string name, source;
  std::optional<MapFormat> format;
};
LAOYOU_RECORD(ImportMapRequest, "street_map_import_request", region, name, source, format)

struct JobIdRequest {
  Id<jobs::Job> job;
};
LAOYOU_RECORD(JobIdRequest, "planning_job_request", job)

struct MapRequest {
  Id<StreetMap> id;
  std::int32_t version = 0;
};
LAOYOU_RECORD(MapRequest, "street_map_request", id, version)

struct ImportOutcome {
  std::optional<MapRow> map;
  std::int64_t nodes = 0, ways = 0, ways_travelled = 0, nodes_missing = 0, places_inside = 0, places_outside = 0, people_placed = 0, people_unplaced = 0;
};
LAOYOU_RECORD(ImportOutcome, "street_map_import_outcome", map, nodes, ways, ways_travelled, nodes_missing, places_inside, places_outside, people_placed, people_unplaced)

struct Correction {
  Id<registry::Institution> id;
  std::int32_t version = 0;
  double longitude = 0, latitude = 0;
};
LAOYOU_RECORD(Correction, "planning_correction", id, version, longitude, latitude)

struct CorrectRequest {
  std::optional<RegionCode> region;
  std::vector<Correction> rows;
};
LAOYOU_RECORD(CorrectRequest, "planning_correct_request", region, rows)

struct CorrectAnswer {
  std::int64_t corrected = 0;
};
LAOYOU_RECORD(CorrectAnswer, "planning_correct_answer", corrected)

struct ScenarioInput {
  RegionCode region;
  std::string name;
  std::optional<std::string> note;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
  std::vector<Change> changes;
};
LAOYOU_RECORD(ScenarioInput, "planning_scenario_input", region, name, note, kind, way, minutes, metres, group, changes)

struct ScenarioUpdate {
  Id<Scenario> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::optional<std::string> note;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  std::optional<PeopleGroup> group;
  std::vector<Change> changes;
};
LAOYOU_RECORD(ScenarioUpdate, "planning_scenario_update", id, version, region, name, note, kind, way, minutes, metres, group, changes)

struct ScenarioRequest {
  Id<Scenario> id;
};
LAOYOU_RECORD(ScenarioRequest, "planning_scenario_request", id)

struct RemoveScenarioRequest {
  Id<Scenario> id;
  std::int32_t version = 0;
};
LAOYOU_RECORD(RemoveScenarioRequest, "planning_scenario_remove_request", id, version)

struct ScenarioRow {
  Id<Scenario> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string name;
  std::optional<std::string> note;
  registry::InstitutionKind kind = registry::InstitutionKind::elderly_home;
  TravelWay way = TravelWay::walk;
  std::optional<double> minutes, metres;
  PeopleGroup group = PeopleGroup::everybody;
  std::vector<Change> changes;
  Instant made_at;
  std::string made_by;
};
LAOYOU_RECORD(ScenarioRow, "planning_scenario_row", id, version, region, name, note, kind, way, minutes, metres, group, changes, made_at, made_by)

struct ScenarioList {
  std::vector<ScenarioRow> rows;
};
LAOYOU_RECORD(ScenarioList, "planning_scenario_list", rows)

struct DraftedProjects {
  std::vector<std::string> projects;  ///< ids of the records made
};
LAOYOU_RECORD(DraftedProjects, "planning_drafted_projects", projects)

}  // namespace laoyou::planning
