#include "plan/answers/kept_answers.h"

namespace laoyou::plan {

std::shared_ptr<const http::KeptBody> KeptAnswers::find_body(const std::string& key, const AnswerSource& source) {
  const std::scoped_lock lock(mutex_);
  if (library_ != source.library) {
    entries_.clear();
    bytes_ = 0;
    library_ = source.library;
    return nullptr;
  }
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.today != source.today || found->second.readings_as_of != source.readings_as_of ||
      found->second.registers_as_of != source.registers_as_of)
    return nullptr;
  return found->second.body;
}

void KeptAnswers::keep_body(const std::string& key, const AnswerSource& source, std::shared_ptr<const http::KeptBody> body) {
  constexpr std::size_t k_bytes_max = 64u << 20;
  const std::size_t size = key.size() + body->text().size();
  const std::scoped_lock lock(mutex_);
  // The plans were loaded anew while the answer was made.
  if (library_ != source.library) return;
  // What is asked for often comes back at once, so dropping all now and then costs little.
  if (bytes_ + size > k_bytes_max) {
    entries_.clear();
    bytes_ = 0;
  }
  Entry& entry = entries_[key];
  bytes_ += size;
  if (entry.body) bytes_ -= key.size() + entry.body->text().size();
  entry = {source.today, source.readings_as_of, source.registers_as_of, std::move(body)};
}

}  // namespace laoyou::plan
