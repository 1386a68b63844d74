// What is answered of one case: its page, its lines in lists, its public progress.
#pragma once

#include "cases/answer_parts.h"
#include "cases/records.h"
#include "collection/file_field.h"
#include "procedures/length.h"

namespace laoyou::cases {

struct Name {
  std::string zh, en;
};
LAOYOU_RECORD(Name, "case_name", zh, en)

struct KeyedName {
  std::string key, zh, en;
};
LAOYOU_RECORD(KeyedName, "case_keyed_name", key, zh, en)

/// What everybody who finds a case is told of it.
struct CaseHead {
  std::string number;
  RegionCode region;
  std::string region_name;
  std::string procedure, zh, en;
  procedures::Phase phase = procedures::Phase::draft;
  std::string step, ending;
  Instant opened;
  std::optional<Instant> submitted, ended;
  std::optional<Instant> due;  ///< when the nearest term passes
  std::optional<Date> last_day;
  std::optional<bool> late;
  std::optional<Name> step_name, ending_name;
  std::optional<bool> good;  ///< of the ending
};

struct CaseLine : CaseHead {
  Id<CaseFile> id;
  std::int32_t version = 0;
  std::int32_t rating = 0;
  std::optional<std::string> code;         ///< on its page, for the applicant
  std::optional<std::string> part;         ///< that waits, in a worklist
  std::optional<Instant> since;            ///< it waits
  std::optional<std::string> in_place_of;  ///< the absent colleague whose task it is
};
LAOYOU_RECORD(CaseLine, "case_line", id, version, number, region, region_name, procedure, zh, en, phase, step, step_name, ending, ending_name, good, opened, submitted, ended, due,
              last_day, late, rating, code, part, since, in_place_of)

/// A running case of an older version: when its term would pass by the one in force, and what keeps it from going over.
struct MoveLine : CaseHead {
  Id<CaseFile> id;
  std::int32_t version = 0;
  std::int32_t rating = 0;
  std::string from_version, to_version;
  std::optional<Instant> due_then;
  std::vector<std::string> hindered;
};
LAOYOU_RECORD(MoveLine, "case_move_line", id, version, number, region, region_name, procedure, zh, en, phase, step, step_name, ending, ending_name, good, opened, submitted, ended, due,
              last_day, late, rating, from_version, to_version, due_then, hindered)

/// A term as a budget.
struct ShownTerm {
  std::int32_t count = 0;
  procedures::LengthUnit unit = procedures::LengthUnit::working_days;
  std::string zh, en;
  std::int64_t used = 0, left = 0;
};
LAOYOU_RECORD(ShownTerm, "case_term", count, unit, zh, en, used, left)

struct ShownPart {
  std::string part, zh, en;
  std::string decision;
  bool by_silence = false, passed = false;
  std::string unit;  ///< id of the unit it was handed to; 0: none
  std::optional<KeyedName> office;
  std::optional<Instant> due;
  std::optional<Date> last_day;
  std::optional<bool> without_notice;  ///< no calendar of that year's holidays is known yet
  std::optional<bool> late;
  std::optional<ShownTerm> term;
};
LAOYOU_RECORD(ShownPart, "case_shown_part", part, zh, en, decision, by_silence, passed, unit, office, due, last_day, without_notice, late, term)

/// Something that may be done now.
struct ShownAct {
  procedures::Act act = procedures::Act::submit;
  std::string part, decision, zh, en;
  KeyedName office;
  bool mine = false;
};
LAOYOU_RECORD(ShownAct, "case_shown_act", act, part, decision, zh, en, office, mine)

struct ShownEvent {
  std::int32_t serial = 0;
  Instant at;
  procedures::Act act = procedures::Act::submit;
  std::string step, part, decision, zh, en;
  std::optional<Name> step_name;
  std::string who;
  std::optional<std::string> in_place_of;
  std::string text;
  std::vector<std::string> reasons;
};
LAOYOU_RECORD(ShownEvent, "case_shown_event", serial, at, act, step, part, decision, zh, en, step_name, who, in_place_of, text, reasons)

struct ShownDocument {
  Id<CaseDocument> id;
  std::string key, zh, en, code;
  Instant issued;
  bool personal = false;            ///< read only as a printed paper, for a purpose
  std::optional<std::string> text;
};
LAOYOU_RECORD(ShownDocument, "case_shown_document", id, key, zh, en, code, issued, personal, text)

/// A case that this one came out of, or that came out of it.
struct LinkedCase {
  Id<CaseFile> id;
  std::string number;
  std::optional<std::string> zh, en;
};
LAOYOU_RECORD(LinkedCase, "linked_case", id, number, zh, en)

struct ShownApplicant {
  bool mine = false;
  std::string name;
};
LAOYOU_RECORD(ShownApplicant, "case_applicant", mine, name)

/// What files a paper may be.
struct PaperPlace {
  std::vector<collection::FileKind> kinds;
  std::int64_t bytes_max = 0;
  std::int32_t count_max = 0;
};
LAOYOU_RECORD(PaperPlace, "case_paper_place", kinds, bytes_max, count_max)

/// The page of a case, but for its head: see CasePage.
struct CasePageBody {
  std::vector<ShownPart> parts;
  std::vector<procedures::Stop> stops;
  std::int32_t objections = 0;
  ShownApplicant applicant;
  std::vector<ShownAct> acts;
  ShownValues values;
  bool masked = false, may_unmask = false;
  PaperNames papers;
  PaperPlace paper_place;
  bool may_add_papers = false;
  std::string holds;  ///< for each rule of the form '1', '0' or '?'
  std::vector<ShownDocument> documents;
  std::vector<ShownEvent> events;
  std::optional<LinkedCase> follows, merged_into;
  std::vector<LinkedCase> followed_by;
  ShownProcedure procedure;
  std::optional<std::string> in_place_of;  ///< the absent colleague in whose place the caller comes to it
};
LAOYOU_RECORD(CasePageBody, "case_page", parts, stops, objections, applicant, acts, values, masked, may_unmask, papers, paper_place, may_add_papers, holds, documents, events, follows,
              merged_into, followed_by, procedure, in_place_of)

/// The page of a case. Its head stands in it as `case`, which no member of C++ can be called.
struct CasePage {
  CaseLine head;
  CasePageBody body;
  std::string json_text() const;
  static boost::json::object schema(record::SchemaComponents& components);
};

/// What anybody with number and code may know. Acts and documents are those of a case that was opened without an account.
struct PublicCase : CaseHead {
  std::vector<KeyedName> steps;
  std::optional<std::vector<ShownAct>> acts;
  std::optional<std::vector<ShownDocument>> documents;
};
LAOYOU_RECORD(PublicCase, "public_case", number, region, region_name, procedure, zh, en, phase, step, step_name, ending, ending_name, good, opened, submitted, ended, due, last_day,
              late, steps, acts, documents)

}  // namespace laoyou::cases

template <>
inline boost::json::object laoyou::record::schema<laoyou::cases::CasePage>(SchemaComponents& components) { return cases::CasePage::schema(components); }
