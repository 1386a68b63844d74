// Three lists that contradict each other over a made-up city, through the delivery routes of a running server: feeds_door_bench [PEOPLE] (100000), on SQLite.
// Wanted: precision at least 0.995 and recall at least 0.97 of the persons found, each answer about a value as declared, merged persons parted to the byte.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "app/delivered_lists_test.h"

namespace {

using namespace laoyou;
using namespace laoyou::app;

constexpr std::size_t k_answers = 5'000, k_pairs = 20;

void say(const char* name, const FoundPersons& found) {
  std::printf("%-12s %8lld rows about the city's people: %8lld found, precision %.4f, recall %.4f; %6lld told as wrong and not taken\n", name, static_cast<long long>(found.known),
              static_cast<long long>(found.found), found.precision(), found.recall(), static_cast<long long>(found.refused));
}

}  // namespace

int main(int count, char** words) {
  const std::int64_t people = count > 1 ? std::atoll(words[1]) : 100'000;
  RunningHouse house;
  const auto begun = std::chrono::steady_clock::now();
  DeliveredLists lists(house, people, 1);
  std::printf("%lld people made, three lists sent and applied: %.0f s\n", static_cast<long long>(people), std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  for (const char* feed : {"police", "health", "disability"}) say(feed, lists.found(feed));
  const FoundPersons all = lists.found();
  say("together", all);
  const CheckedAnswers answers = lists.checked_answers(k_answers);
  std::printf("%lld fields of %lld people answered as declared, of %lld somebody says what does not hold; otherwise than declared: %zu\n", static_cast<long long>(answers.fields),
              static_cast<long long>(answers.persons), static_cast<long long>(answers.contradicted), answers.complaints.size());
  for (const std::string& complaint : answers.complaints) std::printf("  %s\n", complaint.c_str());
  const auto different = lists.merged_and_parted(k_pairs);
  std::printf("%zu pairs made one and parted: %zu differences\n", k_pairs, different.size());
  for (const std::string& what : different) std::printf("  %s\n", what.c_str());
  return all.precision() >= 0.995 && all.recall() >= 0.97 && answers.complaints.empty() && different.empty() ? 0 : 1;
}
