// The room of cases (办件): procedures that run. Its public face.
#pragma once

#include <functional>
#include <memory>

#include "base/random.h"
#include "cases/records.h"
#include "collection/collection.h"
#include "files/room.h"
#include "http/caller.h"
#include "http/route.h"
#include "procedures/engine.h"
#include "store/store.h"

namespace laoyou::cases {

using ProcedurePtr = std::shared_ptr<const procedures::Procedure>;

/// Something to be told, in the transaction of its event.
struct Telling {
  std::int64_t case_id = 0;
  std::string event_id;
  std::string number, procedure_zh, procedure_en;
  RegionCode region;
  enum class To { applicant, office } to = To::applicant;
  std::int64_t account = 0;                ///< applicant
  std::optional<powers::Power> power;      ///< office, where it has one
  std::int64_t unit = 0;                   ///< office: the unit it was handed to, or one of those that act for it
  std::string step, part;                  ///< office: what it is to decide; see Services::over
  bool urgent = false;
};

/// A unit with those of its people who may act for an office; `id` is 0 for people without a unit.
struct ActingUnit {
  std::int64_t id = 0;
  std::string name;
  struct Person {
    std::int64_t account = 0;
    std::string name;
  };
  std::vector<Person> people;
};

/// What a case does with the record that it decides about.
struct RecordAct {
  enum class What { takes_up, carries_out, lets_go } what = What::takes_up;
  std::string record;
  std::int64_t id = 0;
  std::int64_t case_id = 0;
  std::string act;                         ///< carries_out
  std::string note;                        ///< what was said with the decision
  const http::Caller* caller = nullptr;    ///< null: time
};

/// A part of a step that waits no more: whoever was told of it has nothing to do.
struct Over {
  std::int64_t case_id = 0;
  std::string step, part;
};

/// An event with the case as it stands after it.
struct Happened {
  const CaseFile& file;
  const CaseEvent& event;
};

/// What the room works with; everything outlives it. What is called within commands is given all of a command at once, so that many cases cost few
/// questions to the database.
struct Services {
  store::Store& store;
  Random& random;
  const std::vector<collection::Collection>& registers;
  const rules::Schema& schema;
  /// Fields that plans have added to registers, in the order of the schema, and the schema that the registers would have with others.
  std::vector<record::Extension> added_fields;
  std::function<rules::Schema(const std::vector<record::Extension>&)> schema_with;
  /// The procedures in force for a place, of each key that of the nearest plan.
  std::function<std::vector<ProcedurePtr>(RegionCode)> procedures;
  std::function<std::shared_ptr<const procedures::Calendar>()> calendar;
  std::function<std::string(RegionCode)> region_name;
  std::function<std::vector<std::pair<RegionCode, std::string>>(RegionCode)> places_within;
  std::function<std::string(std::int64_t account)> account_name;
  /// Called within commands.
  std::function<void(store::Writing&, const std::vector<Telling>&)> tell;
  const files::Services& files;
  /// The units whose open accounts of exactly that place have one of these roles; of an institution alone where one is given, wherever it lies.
  std::function<std::vector<ActingUnit>(const store::Snapshot&, RegionCode, const std::vector<std::string>& roles, std::optional<std::int64_t> institution)> units;
  /// "https://laoyou.example.cn": stands on printed documents; may be empty.
  std::function<std::string()> address_of_pages;
  /// The open accounts of a unit.
  std::function<std::vector<ActingUnit::Person>(const store::Snapshot&, std::int64_t unit)> people_of = {};
  /// An open account as the door would know it; nothing for one that is closed.
  std::function<std::optional<http::Caller>(std::int64_t account)> caller_of = {};
  /// Called within the command of each event, for other systems; may be empty.
  std::function<void(store::Writing&, const std::vector<Happened>&)> happened = {};
  /// Called within the command of the event: what it refuses is not decided either.
  std::function<Result<void>(store::Writing&, const RecordAct&)> act_on_record = {};
  /// Called within the command of the events, before anybody is told of what follows. May be empty.
  std::function<void(store::Writing&, const std::vector<Over>&)> over = {};
};

std::vector<store::TableDefinition> tables();

/// /api/procedures…, /api/cases…, /api/public/cases…
http::RouteTable routes(const Services& services);

/// Lets time do all that is due; each act once, whoever else does it too. How many acts were done. Throws StoreUnavailable.
std::size_t let_time_pass(const Services& services, Instant now);

}  // namespace laoyou::cases
