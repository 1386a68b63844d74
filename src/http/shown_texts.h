// The texts of a body hold nothing that nobody sees: what is stored is what was read on the screen, and no two names look alike.
#pragma once

#include <boost/json/value.hpp>

#include "base/result.h"

namespace laoyou::http {

/// "text.invisible_sign" {sign} for each text of the value, at any depth, that holds an invisible sign (shown_text.h), with its JSON pointer;
/// at most 100. Joiners and variation selectors that shape their neighbours, blanks and line ends are let through.
Refusals invisible_texts(const boost::json::value& body);

}  // namespace laoyou::http
