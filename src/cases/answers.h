// What screens are told of cases, as JSON.
#pragma once

#include "cases/desk.h"

namespace laoyou::cases {

/// The page of a case for this caller: the case, its procedure, what may be done and by whom, the form, papers, documents, events.
boost::json::object case_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, const http::Caller& caller, Instant now);
/// What anybody with number and code may know: where it stands and until when, without names. Of a case opened without an account also what its
/// applicant may do, and its documents: nobody else can tell him.
boost::json::object public_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Instant now);
/// The acts of the state, each with the office and whether it is the caller's.
boost::json::array acts_json(const OpenCase& open, const procedures::Actor* actor);
/// "受理（县级卫生健康部门）；…" in the language: what is allowed and by whom, for a refusal.
std::string allowed_text(const OpenCase& open, Language language);
/// One line of a list.
boost::json::object case_line(Desk& desk, const OpenCase& open, Instant now);

}  // namespace laoyou::cases
