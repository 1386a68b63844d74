#include "planning/city/situation.h"

#include <algorithm>
#include <numeric>

namespace laoyou::planning {
namespace {

constexpr std::size_t k_answers_kept = 64;

/// What is kept under a question, or what `make` makes of it; whoever asks meanwhile waits for the same.
template <class Answer, class Make>
std::shared_ptr<const Answer> kept(std::mutex& mutex, std::map<Question, std::shared_future<std::shared_ptr<const Answer>>>& answers, Question question, const Make& make) {
  question.group = PeopleGroup::everybody;
  std::promise<std::shared_ptr<const Answer>> promise;
  std::shared_future<std::shared_ptr<const Answer>> waiting;
  bool mine = false;
  {
    const std::scoped_lock lock(mutex);
    if (answers.size() >= k_answers_kept && !answers.contains(question)) answers.clear();
    const auto [found, fresh] = answers.try_emplace(question);
    if (fresh) found->second = promise.get_future().share();
    waiting = found->second;
    mine = fresh;
  }
  if (!mine) return waiting.get();
  try {
    promise.set_value(std::make_shared<const Answer>(make()));
  } catch (...) {
    promise.set_exception(std::current_exception());
    const std::scoped_lock lock(mutex);
    answers.erase(question);
  }
  return waiting.get();
}

}  // namespace

coverage::ReachOptions far_options(const City& city, const Question& question) {
  constexpr double k_far_minutes = 240, k_far_metres = 20'000;
  Question far = question;
  if (far.minutes) far.minutes = std::max(*far.minutes, k_far_minutes);
  if (far.metres) far.metres = std::max(*far.metres, k_far_metres);
  return city.options(far);
}

Pairs by_address(const std::vector<coverage::TravelPair>& found, std::size_t addresses) {
  Pairs pairs;
  pairs.first.assign(addresses + 1, 0);
  for (const coverage::TravelPair& pair : found) ++pairs.first[static_cast<std::size_t>(pair.person) + 1];
  std::partial_sum(pairs.first.begin(), pairs.first.end(), pairs.first.begin());
  std::vector<std::int32_t> next(pairs.first.begin(), pairs.first.end() - 1);
  pairs.place.resize(found.size());
  pairs.time.resize(found.size());
  for (const coverage::TravelPair& pair : found) {
    const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(pair.person)]++);
    pairs.place[at] = pair.place;
    pairs.time[at] = pair.time_ms;
  }
  return pairs;
}

std::vector<std::size_t> Situation::open_places(const Question& question, Date day) const {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < registers_.places.size(); ++at) {
    const PlaceOnMap& place = registers_.places[at];
    if (place.kind == question.kind && place.open_on(day) && place.position(question.way).on_street()) places.push_back(at);
  }
  return places;
}

std::shared_ptr<const Reached> Situation::reached(const Question& question) const {
  return kept(mutex_, reached_, question, [&] {
    Reached reached;
    reached.places = open_places(question, registers_.day);
    for (const std::size_t place : reached.places) reached.positions.push_back(registers_.places[place].position(question.way));
    reached.limit = city_->options(question).limit_ms;
    reached.nearest = city_->index(question).nearest_places(city_->address_positions(question.way), reached.positions, far_options(*city_, question));
    return reached;
  });
}

std::shared_ptr<const Pairs> Situation::pairs(const Question& question) const {
  return kept(mutex_, pairs_, question, [&] {
    const auto today = reached(question);
    const auto& addresses = city_->address_positions(question.way);
    return by_address(city_->index(question).travel_pairs(addresses, today->positions, city_->options(question)), addresses.size());
  });
}

}  // namespace laoyou::planning
