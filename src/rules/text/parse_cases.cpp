// case { condition: value; else: value }, first { … }, bands key { range: value; … } and ranges.
#include "rules/text/parser.h"

namespace laoyou::rules {

/// Behind a row: ";" or the closing bracket, or both. False when neither stands here.
bool Parser::row_end() { return at("}") || expect(";", "; }"); }

ParsePtr Parser::cases(bool ordered) {
  const std::uint32_t begin = here().span.begin;
  step();
  ParsedCase cases{ordered, {}, nullptr};
  open("{");
  while (!misread_ && !cases.otherwise && !(at("}") && !cases.branches.empty())) {
    const bool last = !cases.branches.empty() && take("else");
    ParsePtr condition = last ? nullptr : expression();
    if (misread_ || !expect(":")) return nullptr;
    ParsePtr value = expression();
    if (!value || !row_end()) return nullptr;
    if (last)
      cases.otherwise = std::move(value);
    else
      cases.branches.emplace_back(std::move(condition), std::move(value));
  }
  return close("}") ? make(begin, std::move(cases)) : nullptr;
}

ParsePtr Parser::bands() {
  const Level level(*this);
  if (!level) return nullptr;
  const std::uint32_t begin = here().span.begin;
  step();
  ParsedBands bands;
  if (!(bands.key = expression())) return nullptr;
  open("{");
  while (!misread_ && !bands.otherwise && !(at("}") && !bands.rows.empty())) {
    const bool last = !bands.rows.empty() && take("else");
    std::optional<ParsedRange> keys = last ? std::optional<ParsedRange>() : range();
    if (misread_ || !expect(":")) return nullptr;
    ParsePtr value = expression();
    if (!value || !row_end()) return nullptr;
    if (last)
      bands.otherwise = std::move(value);
    else
      bands.rows.emplace_back(std::move(*keys), std::move(value));
  }
  return close("}") ? make(begin, std::move(bands)) : nullptr;
}

std::optional<ParsedRange> Parser::range() {
  ParsedRange range;
  if (!at("..") && !(range.low = sum())) return std::nullopt;
  if (!take("..")) {
    range.high = range.low;
    return range;
  }
  // Behind "80.." the range may end; then no value starts here.
  if ((starts_value() || !range.low) && !(range.high = sum())) return std::nullopt;
  return range;
}

}  // namespace laoyou::rules
