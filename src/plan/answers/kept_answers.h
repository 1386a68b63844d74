// Answers that are written once and sent until something they were made from changes. A page that many people open costs then little more
// than sending it.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/kept_body.h"
#include "plan/answers/kept_readings.h"
#include "plan/stack/library.h"
#include "store/record_watch.h"

namespace laoyou::plan {

/// What an answer is made from, besides what its key says.
struct AnswerSource {
  std::shared_ptr<const Library> library;
  Date today;
  std::int64_t readings_as_of = 0;  ///< see RecordWatch; 0 for an answer that no reported value goes into
  std::int64_t registers_as_of = 0; ///< see FactsKeeper::changed_at(book); 0 for an answer that nothing computed goes into
};

/// The answers of one house. Safe across threads.
///
/// A key names everything of the request that goes into the answer: its fields, and the scope of the account when the answer depends on it.
/// Whoever the key does not tell apart sees the same.
class KeptAnswers {
 public:
  /// What an answer over reported values is made from, as this reading sees them; registers_as_of where computed values go in as well.
  AnswerSource source(const store::Snapshot& reading, std::shared_ptr<const Library> library, Date today, std::int64_t registers_as_of = 0) {
    return {std::move(library), today, readings_.as_of(reading), registers_as_of};
  }

  /// All reported values as this reading sees them; null where it must look for itself (KeptReadings).
  /// See KeptReadings.
  std::shared_ptr<const AllReadings> past_readings(Date day, const std::function<AllReadings()>& find) { return values_.of_past_day(day, find); }
  std::shared_ptr<const AllReadings> readings(store::Snapshot& reading) { return values_.at(reading, readings_.as_of(reading)); }

  /// The answer of that type and key, if it is kept and was made from the same; else its body is null.
  template <record::Described T>
  http::Kept<T> find(const std::string& key, const AnswerSource& source) {
    return {find_body(whole_key<T>(key), source)};
  }
  /// Writes the answer and keeps it.
  template <record::Described T>
  http::Kept<T> keep(const std::string& key, const AnswerSource& source, const T& value) {
    http::Kept<T> kept = http::keep(value);
    keep_body(whole_key<T>(key), source, kept.body);
    return kept;
  }

 private:
  struct Entry {
    Date today;
    std::int64_t readings_as_of = 0;
    std::int64_t registers_as_of = 0;
    std::shared_ptr<const http::KeptBody> body;
  };
  template <class T>
  static std::string whole_key(const std::string& key) {
    return std::string(record::record_name<T>()) + ' ' + key;
  }
  std::shared_ptr<const http::KeptBody> find_body(const std::string& key, const AnswerSource& source);
  void keep_body(const std::string& key, const AnswerSource& source, std::shared_ptr<const http::KeptBody> body);

  store::RecordWatch readings_{{"reading"}};  ///< names every kind of record that goes into a kept answer
  KeptReadings values_;
  std::mutex mutex_;
  std::shared_ptr<const Library> library_;  ///< all entries are made from it
  std::unordered_map<std::string, Entry> entries_;
  std::size_t bytes_ = 0;  ///< of all keys and texts
};

}  // namespace laoyou::plan
