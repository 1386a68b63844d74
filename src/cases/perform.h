// One act as one command: the event, the state after it, register changes, documents, worklist and notices, all in one transaction or not at all.
#pragma once

#include "cases/desk.h"

namespace laoyou::cases {

/// What an act brings besides the engine's event.
struct ActRequest {
  procedures::Event event;           ///< actor and time are set by perform(); time's own events bring theirs
  std::optional<boost::json::object> values;  ///< supply and decide: values given with the act
  Language language = Language::zh;           ///< in which the form is spoken of
  std::optional<std::int32_t> version = std::nullopt;  ///< of the case as the caller saw it: "record.changed" where it is another
  std::string into_number = {};               ///< merge: the number of the case it goes into
  bool by_code = false;                       ///< number and code were shown: who does so is the applicant of a case opened without an account
};

/// Performs the act of a caller within a command; the case after it. Refusals of the engine, of the form, of the registers.
CheckedResult<OpenCase> perform(Desk& desk, store::Writing& writing, const http::Caller& caller, std::int64_t case_id, ActRequest request);
/// move_cases.cpp: what hinders a case from going over to another version of its procedure; empty when nothing does.
Refusals refused_move(const OpenCase& open, const procedures::Procedure& to);
/// Lets it go over, as an event of its own by that account.
Result<void> move_case(Desk& desk, store::Writing& writing, OpenCase open, const ProcedurePtr& to, std::int64_t account);

/// An act that was carried out within a command, with what is still to be written of it.
struct DoneAct {
  OpenCase open;                   ///< after it
  procedures::Event event;
  std::string of_step;             ///< where the case stood before it
  std::vector<Over> over;
  std::vector<Telling> tellings;
  bool repeated = false;           ///< it had been done before: nothing is written
};
/// The same for time, in a case that was opened within this command; the event says when. Nothing is kept of it before keep_acts().
CheckedResult<DoneAct> act_by_time(Desk& desk, store::Writing& writing, OpenCase open, procedures::Event event);
/// The same, kept.
CheckedResult<OpenCase> perform_by_time(Desk& desk, store::Writing& writing, OpenCase open, procedures::Event event);
/// keep_acts.cpp: writes acts of several cases: events, cases, worklist, notices and what other systems are told, each kind together.
void keep_acts(Desk& desk, store::Writing& writing, std::vector<DoneAct>& acts);

/// time.cpp: lets time do all that is due.
struct TimePassed {
  std::size_t acts = 0;     ///< done, each with its event
  std::size_t held_up = 0;  ///< cases that are due and could not go on; they are tried again at the next look
};
TimePassed let_time_pass(Desk& desk, Instant now);

/// Values that differ from what the case holds, in fields that are another's to fill in: "cases.not_asked". An office fills in the group that the step
/// at hand names, the applicant every group that is no office's.
Refusals not_theirs(const OpenCase& open, const boost::json::object& values, bool office);

/// replay.cpp: the state that the kept events of a case give, by its own version and the calendar of now.
Result<procedures::State> replayed(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open);

/// An event as it is kept with its case; `step`: where the case stood before it.
CaseEvent event_row(store::Writing& writing, const OpenCase& open, const procedures::Event& event, const std::string& step);

/// Takes over what the state says into the case's columns.
void fill_columns(OpenCase& open);
/// Writes a new case, or the draft's values.
void store_case(Desk& desk, store::Writing& writing, OpenCase& open, bool is_new);

/// register_change.cpp: makes one change of a decision. Refused as "cases.change_not_permitted" where the actor lacks the register's power or reach.
Result<void> change_register(Desk& desk, store::Writing& writing, OpenCase& open, const procedures::RegisterChange& change, const http::Caller* caller);

/// decided_record.cpp: what the case does with the record that it decides about, in the transaction of the event.
Result<void> act_on_record(Desk& desk, store::Writing& writing, const OpenCase& open, RecordAct::What what, const procedures::Event& event, const procedures::Effect& effect,
                           const http::Caller* caller);
/// Takes over anew what the form says of that record: what is decided about is what stands there now, not what was typed.
void renew_decided(Desk& desk, store::Snapshot& snapshot, OpenCase& open);

/// documents.cpp: prints a document of the procedure.
void issue_document(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& key, const std::string& of_step, const procedures::Event& event);

/// publish.cpp: what a decision publishes; a public notice that begins and that ends.
void publish_list(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& of_step, const std::string& decision);
void begin_notice(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& of_step);
void end_notice(store::Writing& writing, const OpenCase& open, const std::string& of_step);

/// follow_up.cpp: opens the case by which the applicant takes a remedy against an ending, as a draft of the same applicant. Refused as
/// "procedures.not_found" where no such procedure is in force there.
Result<void> open_follow_up(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& procedure);
/// The case of that number of the same procedure and place that takes another in; "cases.no_such_target" where it is none that runs.
Result<std::int64_t> merge_target(const store::Snapshot& snapshot, const OpenCase& open, const std::string& number);

/// telling.cpp: adds what is to be told to whom an effect names; the words hold no personal data.
void tell(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const procedures::Event& event, const procedures::Effect& effect, std::vector<Telling>& tellings);

/// paper_files.cpp: the names of the files that are attached, by paper.
boost::json::object attached_papers(const store::Snapshot& snapshot, const OpenCase& open);

/// values_shown.cpp: a value of the form in words; rows of registers by their titles, masked by their dictionary where `mask` says so, personal values
/// of the form likewise.
std::string value_words(Desk& desk, const store::Snapshot& snapshot, const OpenCase& open, const procedures::FormField& field, bool mask);
/// The values of the form with the personal ones masked; `except`: a group that stays as it is.
boost::json::object masked_values(const OpenCase& open, const std::string& except);

/// tasks.cpp: writes cases with their nearest deadlines, and the worklist's rows made anew.
void store_with_tasks(Desk& desk, store::Writing& writing, const std::vector<OpenCase*>& cases, bool are_new);

}  // namespace laoyou::cases
