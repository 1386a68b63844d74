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
  std::optional<Id<CaseFile>> follows;  ///< the case against whose ending this one is a remedy
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
LAOYOU_RECORD(CaseFile, "case_file", id, version, region, number, code, procedure, procedure_version, opened_by, institution, household, follows, phase, step, ending, due, opened,
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
  std::optional<std::int64_t> institution;  ///< the one that the form names, where places of care act for the office
  Instant due;            ///< the end of all days where nothing is due
  Instant since;
};
LAOYOU_RECORD(CaseTask, "case_task", id, region, of_case, holder, procedure, step, part, unit, institution, due, since)

/// A printed document (文书).
struct CaseDocument {
  Id<CaseDocument> id;
  RegionCode region;
  Id<CaseFile> of_case;
  std::string key;
  std::string name, name_en;
  std::string issuer;     ///< the office, by its place: 鱼峰区卫生健康部门
  std::string code;       ///< by which anyone can verify it
  bool personal = false;  ///< personal values of the form stand in it
  Instant issued;
  std::optional<std::int64_t> printed;  ///< its file, once somebody asked for it
  std::string digest;  ///< of the text
  std::string text;    ///< sealed
};
LAOYOU_RECORD(CaseDocument, "case_document", id, region, of_case, key, name, name_en, issuer, code, personal, issued, printed, digest, text)

/// What is made public of a case.
enum class PublicationKind {
  notice,  ///< 公示: ends by itself, anybody may object until then
  list     ///< 名单: what a decision publishes
};
LAOYOU_ENUM(PublicationKind, "publication_kind", notice, list)

struct CasePublication {
  Id<CasePublication> id;
  RegionCode region;
  Id<CaseFile> of_case;
  PublicationKind kind = PublicationKind::notice;
  std::string procedure, step;
  std::string name, name_en;    ///< of the list, or of the procedure and its step
  Instant since;
  std::optional<Instant> until; ///< a notice ends then; a list stays
  std::string shown;            ///< labels and texts as JSON; what is personal is masked in it
};
LAOYOU_RECORD(CasePublication, "case_publication", id, region, of_case, kind, procedure, step, name, name_en, since, until, shown)

/// The text of a procedure that cases run by.
struct ProcedureVersion {
  Id<ProcedureVersion> id;
  RegionCode region;
  std::string key, number;  ///< number: Procedure::version
  std::string layer, file;
  Instant kept;
  std::string text;
  std::optional<std::string> fields;  ///< that plans had added to the registers it speaks of (record/packed_extensions.h)
};
LAOYOU_RECORD(ProcedureVersion, "procedure_version", id, region, key, number, layer, file, kept, text, fields)

/// Somebody is away and a colleague acts in his place (代理).
struct CaseAbsence {
  Id<CaseAbsence> id;
  RegionCode region;
  std::int64_t account = 0;
  std::int64_t deputy = 0;  ///< the colleague's account
  Date from, until;         ///< both days included
  Instant said_at;
};
LAOYOU_RECORD(CaseAbsence, "case_absence", id, region, account, deputy, from, until, said_at)

/// Which document of which case; the purpose where personal data stands in it and the caller is not the applicant.
struct CaseDocumentRequest {
  std::int64_t id = 0;
  std::int64_t document = 0;
  std::optional<std::string> purpose;
};
LAOYOU_RECORD(CaseDocumentRequest, "case_document_request", id, document, purpose)

}  // namespace laoyou::cases
