#include "rules/facts/csv_codes.h"

#include "base/csv.h"
#include "rules/facts/csv_header.h"

namespace laoyou::rules {

CodePositions::CodePositions(CodeList& list, bool open) : list_(list), open_(open) {
  for (std::size_t i = 0; i < list.codes.size(); ++i) add(list.codes[i].name, list.codes[i].zh, static_cast<std::int64_t>(i));
}

void CodePositions::add(std::string_view name, std::string_view label, std::int64_t position) {
  for (const std::string_view text : {name, label}) {
    if (text.empty() || pool_.find(text) >= 0) continue;
    pool_.intern(text);
    positions_.push_back(position);
  }
}

std::int64_t CodePositions::of(std::string_view text) {
  if (last_ >= 0 && text == last_text_) return last_;
  std::int64_t position = pool_.find(text);
  if (position >= 0) {
    position = positions_[static_cast<std::size_t>(position)];
  } else if (open_ && list_.codes.size() < k_most_codes && is_utf8(text)) {
    position = static_cast<std::int64_t>(list_.codes.size());
    list_.codes.push_back({std::string(text), "", ""});
    add(text, "", position);
  } else {
    return -1;
  }
  last_text_ = text;
  return last_ = position;
}

}  // namespace laoyou::rules
