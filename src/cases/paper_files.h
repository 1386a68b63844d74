// The papers of a case as files: a case is to the room of files what a record of a register is, with one place for each paper.
#pragma once

#include "cases/desk.h"
#include "collection/collection.h"

namespace laoyou::cases {

/// The case's record with a place for every paper of its procedure.
collection::Collection paper_places(const OpenCase& open);

/// Who may add a paper now: the applicant while he fills in, supplies or has a step; an office that may decide now, for somebody without a telephone.
bool may_add_papers(const OpenCase& open, const procedures::Actor& actor);
/// Whether a file that came in then may be taken out by the applicant: before it was handed in.
bool may_take_out(const OpenCase& open, const procedures::Actor& actor, Instant uploaded);

}  // namespace laoyou::cases
