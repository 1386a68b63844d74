// Fills a .docx template that an office brings: {{name}}, also where Word has split it over runs; {{#rows}} … {{/rows}} in one table row repeats the row,
// in paragraphs of their own what stands between; {{^rows}} … {{/rows}} stays where there are none; {{qr:name}} becomes a QR code.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou::print {

/// The filled document. All faults at once, each with its part and paragraph as place ("word/document.xml:12"): "print.unknown_placeholder" {name, text},
/// "print.not_a_text" {name, text} (a list or an object), "print.not_closed" {name, text}, "print.closes_nothing" {name, text}, "print.stray_braces" {text},
/// "print.within_a_sentence" {name, text} (a part that begins and ends inside one paragraph), "print.control_character" {name}, "print.qr_too_long" {name}. Of the file:
/// "print.macros", "print.not_a_document" {what}, and those of read_zip().
CheckedResult<std::string> fill_docx(std::string_view document, const boost::json::object& values);

}  // namespace laoyou::print
