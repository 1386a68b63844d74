// What is answered of many cases, of procedures, and to whoever acts without an account.
#pragma once

#include "cases/case_answers.h"

namespace laoyou::cases {

struct OwnCases {
  std::vector<CaseLine> rows;
};
LAOYOU_RECORD(OwnCases, "own_cases", rows)

struct Worklist {
  std::vector<CaseLine> rows;
  bool more = false;
};
LAOYOU_RECORD(Worklist, "case_worklist", rows, more)

struct CalendarDay {
  Date day;
  std::int64_t count = 0;
  bool works = false;
};
LAOYOU_RECORD(CalendarDay, "case_calendar_day", day, count, works)

struct TermCalendar {
  std::vector<CalendarDay> days;
  std::int64_t before = 0;  ///< tasks whose term ended before the first day
};
LAOYOU_RECORD(TermCalendar, "case_calendar", days, before)

struct BatchDone {
  std::int64_t done = 0;
};
LAOYOU_RECORD(BatchDone, "case_batch_done", done)

struct MoveLines {
  std::vector<MoveLine> rows;
};
LAOYOU_RECORD(MoveLines, "case_moves", rows)

struct Moved {
  std::int64_t moved = 0, left = 0;
};
LAOYOU_RECORD(Moved, "case_moved", moved, left)

struct Revealed {
  ShownValues values;
};
LAOYOU_RECORD(Revealed, "case_revealed", values)

struct NamedAccount {
  std::string account, name;
};
LAOYOU_RECORD(NamedAccount, "case_account", account, name)

struct ShownUnit {
  std::string unit, name;
  std::vector<NamedAccount> people;
};
LAOYOU_RECORD(ShownUnit, "case_unit", unit, name, people)

struct Colleagues {
  std::vector<ShownUnit> units;
};
LAOYOU_RECORD(Colleagues, "case_colleagues", units)

struct ShownAbsence {
  Id<CaseAbsence> id;
  std::string who, deputy;
  Date from, until;
};
LAOYOU_RECORD(ShownAbsence, "case_shown_absence", id, who, deputy, from, until)

struct Absences {
  std::vector<ShownAbsence> own, in_place_of;
  std::vector<NamedAccount> colleagues;
};
LAOYOU_RECORD(Absences, "case_absences", own, in_place_of, colleagues)

/// Of a procedure, or of a place where one procedure is asked for.
struct StatisticsRow {
  std::string key, zh, en;
  std::int64_t handed_in = 0, open = 0, late = 0, ended = 0, good = 0, in_term = 0, rated = 0, low = 0;
  Measured days_median, days_p90, rating;
};
LAOYOU_RECORD(StatisticsRow, "case_statistics_row", key, zh, en, handed_in, open, late, ended, good, in_term, rated, low, days_median, days_p90, rating)

struct StepStatistics {
  std::string key, zh, en;
  std::int64_t count = 0;
  Measured days_median, days_p90;
  std::int64_t returned = 0;
};
LAOYOU_RECORD(StepStatistics, "case_step_statistics", key, zh, en, count, days_median, days_p90, returned)

struct ReasonCount {
  std::string zh, en;
  std::int64_t count = 0;
};
LAOYOU_RECORD(ReasonCount, "case_reason_count", zh, en, count)

struct Statistics {
  std::vector<StatisticsRow> rows;
  std::optional<std::vector<StepStatistics>> steps;  ///< where one procedure is asked for
  std::optional<std::vector<ReasonCount>> reasons;
  Date from, until;
  std::string region_name;
};
LAOYOU_RECORD(Statistics, "case_statistics", rows, steps, reasons, from, until, region_name)

struct ProcedureLines {
  std::vector<ProcedureLine> procedures;
};
LAOYOU_RECORD(ProcedureLines, "procedure_lines", procedures)

struct FormHolds {
  std::string holds;  ///< for each rule of the form '1', '0' or '?'
};
LAOYOU_RECORD(FormHolds, "form_holds", holds)

struct PlaceName {
  RegionCode region;
  std::string name;
};
LAOYOU_RECORD(PlaceName, "place_name", region, name)

struct PlaceNames {
  std::vector<PlaceName> rows;
};
LAOYOU_RECORD(PlaceNames, "place_names", rows)

/// What opens a case again without an account.
struct CaseKey {
  std::string number, code;
};
LAOYOU_RECORD(CaseKey, "case_key", number, code)

struct PublishedLine {
  std::string zh, en, text;
};
LAOYOU_RECORD(PublishedLine, "published_line", zh, en, text)

struct Publication {
  Id<CasePublication> id;
  std::string zh, en, region_name, procedure;
  Instant since;
  std::optional<Date> last_day;
  std::vector<PublishedLine> shown;
};
LAOYOU_RECORD(Publication, "publication", id, zh, en, region_name, procedure, since, last_day, shown)

struct Publications {
  std::vector<Publication> rows;
  bool more = false;
};
LAOYOU_RECORD(Publications, "publications", rows, more)

struct ObjectionReceived {
  bool received = true;
};
LAOYOU_RECORD(ObjectionReceived, "objection_received", received)

struct VerifiedDocument {
  std::string zh, en;
  Instant issued;
  std::string digest, region_name;
};
LAOYOU_RECORD(VerifiedDocument, "verified_document", zh, en, issued, digest, region_name)

}  // namespace laoyou::cases
