// What the room of cases keeps (办件).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "procedures/event.h"
#include "procedures/state.h"
#include "record/leaf.h"

namespace laoyou::cases {

/// One case. What the engine keeps of it is JSON; what lists ask for stands in columns beside it.
struct CaseFile {
  Id<CaseFile> id;
  std::int32_t version = 0;
  RegionCode region;
  std::string number;             ///< 办件编号, said to the applicant
  std::string code;               ///< with it the number opens the public page of progress
  std::string procedure;
  std::string procedure_version;  ///< the case ends by the version it began with
  std::int64_t opened_by = 0;     ///< account
  std::optional<std::int64_t> institution, household;  ///< the owner it was opened for
  procedures::Phase phase = procedures::Phase::draft;
  std::string step;
  std::string ending;
  std::optional<Instant> due;     ///< the nearest deadline of an office or of the applicant
  Instant opened;
  std::optional<Instant> submitted;
  std::optional<Instant> ended;
  std::int32_t rating = 0;
  std::string state;              ///< procedures::State as JSON
  std::string form;               ///< values and papers as JSON, sealed
};
LAOYOU_RECORD(CaseFile, "case_file", id, version, region, number, code, procedure, procedure_version, opened_by, institution, household, phase, step, ending, due, opened,
              submitted, ended, rating, state, form)

/// One event of a case; all of them in order rebuild its state.
struct CaseEvent {
  Id<CaseEvent> id;
  RegionCode region;
  Id<CaseFile> of_case;
  std::int32_t serial = 0;
  std::string event_id;
  Instant at;
  procedures::Act act = procedures::Act::submit;
  std::string step, part, decision;
  std::int64_t account = 0;  ///< 0: time
  std::string event;         ///< the whole event as JSON, sealed
};
LAOYOU_RECORD(CaseEvent, "case_event", id, region, of_case, serial, event_id, at, act, step, part, decision, account, event)

/// Something that waits for somebody: one row for each holder, so that a worklist is one range of an index.
struct CaseTask {
  Id<CaseTask> id;
  RegionCode region;      ///< of the office
  Id<CaseFile> of_case;
  std::string holder;     ///< "role:health_commission", "power:places_write" or "account:5"
  std::string procedure, step, part;
  std::int64_t unit = 0;  ///< handed to this one alone; 0: any of the office
  Instant due;            ///< the end of all days where nothing is due
  Instant since;
};
LAOYOU_RECORD(CaseTask, "case_task", id, region, of_case, holder, procedure, step, part, unit, due, since)

/// A printed document (文书).
struct CaseDocument {
  Id<CaseDocument> id;
  RegionCode region;
  Id<CaseFile> of_case;
  std::string key;
  std::string name, name_en;
  std::string code;  ///< by which anyone can verify it
  Instant issued;
  std::string digest;  ///< of the text
  std::string text;    ///< sealed
};
LAOYOU_RECORD(CaseDocument, "case_document", id, region, of_case, key, name, name_en, code, issued, digest, text)

/// The text of a procedure that cases run by.
struct ProcedureVersion {
  Id<ProcedureVersion> id;
  RegionCode region;
  std::string key, number;  ///< number: Procedure::version
  std::string layer, file;
  Instant kept;
  std::string text;
};
LAOYOU_RECORD(ProcedureVersion, "procedure_version", id, region, key, number, layer, file, kept, text)

}  // namespace laoyou::cases
