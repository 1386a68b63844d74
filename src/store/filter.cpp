#include "store/filter.h"

#include "record/search_text.h"

namespace laoyou::store {

Filter& Filter::found(std::string_view text) {
  Condition condition{{}, Comparison::found, {}};
  for (std::string& word : record::search_words(text)) condition.values.emplace_back(std::move(word));
  return add(std::move(condition));
}

}  // namespace laoyou::store
