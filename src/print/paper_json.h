// A paper as JSON, for the command line and for whoever composes one outside of the program.
#pragma once

#include <boost/json.hpp>

#include "base/result.h"
#include "print/paper.h"

namespace laoyou::print {

/// {"issuer", "number", "title", "recipient", "signed_by", "signed_on", "verify_address", "verify_words", "example": true, "blocks": [{"heading": "一、…", "level": 1},
/// {"paragraph": "…"}, {"table": {"head": ["…"], "rows": [["…"]], "widths": [1, 2]}}]}. All faults at once, each at its JSON pointer: "json.missing_field" {field},
/// "print.unknown_field" {field}, "print.not_a_text" {field, ""}, "print.row_length" {cells, columns}.
CheckedResult<Paper> read_paper(const boost::json::object& described);

}  // namespace laoyou::print
