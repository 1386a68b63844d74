// One act as one command: the event, the state after it, register changes, documents, worklist and notices, all in one transaction or not at all.
#pragma once

#include "cases/desk.h"

namespace laoyou::cases {

/// What an act brings besides the engine's event.
struct ActRequest {
  procedures::Event event;           ///< actor and time are set by perform(); time's own events bring theirs
  std::optional<boost::json::object> values;  ///< supply and decide: values given with the act
  Language language = Language::zh;           ///< in which the form is spoken of
  std::optional<std::int32_t> version;        ///< of the case as the caller saw it: "record.changed" where it is another
};

/// Performs the act of a caller within a command; the case after it. Refusals of the engine, of the form, of the registers.
CheckedResult<OpenCase> perform(Desk& desk, store::Writing& writing, const http::Caller& caller, std::int64_t case_id, ActRequest request);
/// The same for time; the event says when.
CheckedResult<OpenCase> perform_by_time(Desk& desk, store::Writing& writing, std::int64_t case_id, procedures::Event event);

/// Values that differ from what the case holds, in fields that are another's to fill in: "cases.not_asked". An office fills in the group that the step
/// at hand names, the applicant every group that is no office's.
Refusals not_theirs(const OpenCase& open, const boost::json::object& values, bool office);

/// Writes a new case, or the draft's values.
void store_case(Desk& desk, store::Writing& writing, OpenCase& open, bool is_new);

/// register_change.cpp: makes one change of a decision. Refused as "cases.change_not_permitted" where the actor lacks the register's power or reach.
Result<void> change_register(Desk& desk, store::Writing& writing, OpenCase& open, const procedures::RegisterChange& change, const http::Caller* caller);

/// documents.cpp: prints a document of the procedure.
void issue_document(Desk& desk, store::Writing& writing, const OpenCase& open, const std::string& key, const std::string& of_step, const procedures::Event& event);

/// tasks.cpp: the worklist's rows of the case, made anew; the nearest deadline.
void renew_tasks(Desk& desk, store::Writing& writing, OpenCase& open);

}  // namespace laoyou::cases
