// What screens are told of a case.
#pragma once

#include "cases/case_answers.h"
#include "cases/desk.h"

namespace laoyou::cases {

/// The page of a case for this caller: the case, its procedure, what may be done and by whom, the form, papers, documents, events.
CasePage case_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, const http::Caller& caller, Instant now);
/// What anybody with number and code may know: where it stands and until when, without names. Of a case opened without an account also what its
/// applicant may do, and its documents: nobody else can tell him.
PublicCase public_page(Desk& desk, store::Snapshot& snapshot, const OpenCase& open, Instant now);
/// The acts of the state, each with the office and whether it is the caller's.
std::vector<ShownAct> acts_shown(const OpenCase& open, const procedures::Actor* actor);
/// "受理（县级卫生健康部门）；…" in the language: what is allowed and by whom, for a refusal.
std::string allowed_text(const OpenCase& open, Language language);
/// Where it stands and until when.
CaseHead case_head(Desk& desk, const OpenCase& open, Instant now);
/// One line of a list.
CaseLine case_line(Desk& desk, const OpenCase& open, Instant now);
/// When the nearest term passes. A reminder is no term.
std::optional<Instant> next_passing(Desk& desk, const procedures::Procedure& procedure, const procedures::State& state);
/// The words in English, or in Chinese where a plan has no English.
std::string english(const procedures::Words& words);

}  // namespace laoyou::cases
