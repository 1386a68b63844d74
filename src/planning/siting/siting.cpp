#include "planning/siting/siting.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/messages.h"
#include "engines/siting/siting.h"

namespace laoyou::planning {
namespace {

constexpr double k_seconds_most = 600, k_seconds = 10;
constexpr std::size_t k_addresses_most = 2'000;
constexpr double k_pairs_most = 40e6;
constexpr double k_trifle = 0.005;  // near-best: within half a percent
constexpr std::size_t k_robust_most = 12;

/// A place that could be built, or is there.
struct Candidate {
  std::string name;
  Point point;
  RegionCode region;
  std::optional<std::int64_t> capacity, price_fen;
  bool existing = false;
};

class Sites {
 public:
  Sites(const Situation& situation, const SitingRequest& request, const Question& question, RegionCode within, const regions::RegionTree& names, const SitingWatch& watch)
      : situation_(situation), city_(situation.city()), request_(request), question_(question), within_(within), names_(names), watch_(watch) {}

  CheckedResult<SitingOutcome> choose() {
    watch_.phase("measuring_ways");
    list_candidates();
    list_clients();
    outcome_.region = within_;
    outcome_.kind = question_.kind;
    outcome_.candidates = std::ssize(candidates_) - existing_;
    if (static_cast<double>(clients_.size()) * static_cast<double>(candidates_.size()) > k_pairs_most && !by_limit()) return Refusals{refuse("planning.siting_too_large")};
    measure();
    watch_.phase("choosing");
    const double allowed = request_.seconds.value_or(k_seconds);
    const auto answer = solve(problem_, allowed);
    outcome_.seconds = watch_.seconds();
    if (!answer) return unmet(answer.error());
    describe(*answer);
    if (request_.objective != SitingObjective::everybody || !outcome_.places.empty()) find_robust(*answer, allowed);
    return std::move(outcome_);
  }

 private:
  bool by_limit() const { return request_.objective == SitingObjective::most_people || request_.objective == SitingObjective::everybody; }

  void list_candidates() {
    if (request_.keep_existing.value_or(true)) {
      for (const std::size_t at : situation_.open_places(question_, situation_.registers().day)) {
        const PlaceOnMap& place = situation_.registers().places[at];
        candidates_.push_back({place.name, *place.point, place.region, std::nullopt, std::nullopt, true});
      }
    }
    existing_ = std::ssize(candidates_);
    switch (request_.candidates) {
      case SitingCandidates::villages: return add_villages();
      case SitingCandidates::addresses: return add_addresses();
      case SitingCandidates::given: return add_given();
    }
  }

  /// The address nearest to the middle of each village's people: on a street, and among them.
  void add_villages() {
    for (const RegionSpan& span : regions_with_addresses(city_, within_)) {
      if (city_.addresses()[span.first].region != span.region.number()) continue;
      const Point middle = middle_of_people(situation_, span);
      const auto first = city_.addresses().begin() + static_cast<std::ptrdiff_t>(span.first), last = city_.addresses().begin() + static_cast<std::ptrdiff_t>(span.last);
      const auto nearest = std::min_element(first, last, [&](const auto& a, const auto& b) { return distance_m(a.point, middle) < distance_m(b.point, middle); });
      candidates_.push_back({names_.name(span.region), nearest->point, span.region, std::nullopt, std::nullopt, false});
    }
  }

  /// Those where most people live.
  void add_addresses() {
    const auto [first, last] = city_.addresses_in(within_);
    std::vector<std::size_t> order;
    for (std::size_t at = first; at < last; ++at) order.push_back(at);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return situation_.people(a, question_.group) > situation_.people(b, question_.group); });
    if (order.size() > k_addresses_most) order.resize(k_addresses_most);
    for (const std::size_t at : order) {
      const streets::Address& address = city_.addresses()[at];
      const RegionCode region = RegionCode::from_number(address.region);
      candidates_.push_back({names_.name(region) + " " + address.name, address.point, region, std::nullopt, std::nullopt, false});
    }
  }

  void add_given() {
    for (const GivenCandidate& given : request_.given) candidates_.push_back({given.name, {given.longitude, given.latitude}, region_at({given.longitude, given.latitude}), given.capacity, given.price_fen, false});
  }

  /// That of the nearest address.
  RegionCode region_at(Point point) const {
    const auto [first, last] = city_.addresses_in(within_);
    double least = INFINITY;
    RegionCode region = within_;
    for (std::size_t at = first; at < last; ++at) {
      const double here = distance_m(point, city_.addresses()[at].point);
      if (here < least) std::tie(least, region) = std::pair(here, RegionCode::from_number(city_.addresses()[at].region));
    }
    return region;
  }

  void list_clients() {
    const auto [first, last] = city_.addresses_in(within_);
    for (std::size_t at = first; at < last; ++at) {
      const std::int64_t people = situation_.people(at, question_.group);
      if (people == 0) continue;
      clients_.push_back(at);
      problem_.people.push_back(static_cast<double>(people));
      outcome_.people += people;
    }
  }

  void measure() {
    std::vector<Point> points;
    for (const Candidate& candidate : candidates_) points.push_back(candidate.point);
    const auto places = city_.positions(question_.way, points);
    std::vector<coverage::Position> people;
    for (const std::size_t address : clients_) people.push_back(city_.address_positions(question_.way)[address]);
    const coverage::ReachOptions options = by_limit() ? city_.options(question_) : far_options(city_, question_);
    const Pairs pairs = by_address(city_.index(question_).travel_pairs(people, places, options), people.size());
    problem_.travel.first.assign(pairs.first.begin(), pairs.first.end());
    problem_.travel.place = pairs.place;
    problem_.travel.cost.assign(pairs.time.begin(), pairs.time.end());
    for (const Candidate& candidate : candidates_) {
      siting::CandidatePlace place;
      place.existing = candidate.existing;
      place.price_fen = candidate.price_fen.value_or(0);
      if (!candidate.existing && request_.least_people) place.least_use = *request_.least_people;
      problem_.places.push_back(place);
    }
    constexpr siting::Goal k_goals[] = {siting::Goal::reach_most, siting::Goal::least_travel, siting::Goal::least_farthest, siting::Goal::reach_all};
    problem_.goal = k_goals[static_cast<std::size_t>(request_.objective)];
    if (by_limit()) problem_.radius = city_.options(question_).limit_ms;
    if (request_.places) problem_.most_places = static_cast<std::int32_t>(existing_) + *request_.places;
    problem_.budget_fen = request_.budget_fen;
  }

  CheckedResult<siting::SitingAnswer> solve(const siting::SitingProblem& problem, double allowed) const {
    const double begun = watch_.seconds();
    siting::Effort effort;
    effort.must_stop = [this, begun, allowed] { return watch_.seconds() - begun >= allowed || !watch_.go_on(); };
    effort.program_seconds = std::max(0.1, allowed);
    return siting::solve(problem, effort);
  }

  /// Nothing fits: which requirement stands in the way.
  CheckedResult<SitingOutcome> unmet(Refusals refusals) {
    for (Refusal& refusal : refusals) {
      if (refusal.code == "siting.time_over" || refusal.code == "siting.input") return Refusals{refusal};
      if (refusal.code == "siting.client_out_of_reach") {
        const std::size_t client = std::stoul(refusal.words[1]);
        refusal.words[1] = names_.name(RegionCode::from_number(city_.addresses()[clients_[client]].region));
      }
      outcome_.binding.push_back({message(refusal, Language::zh), message(refusal, Language::en)});
    }
    return std::move(outcome_);
  }

  /// People within the limit of any of the open places, for each prefix of an order behind those that exist.
  std::vector<std::int64_t> reached_after(const std::vector<std::int32_t>& order) const {
    const std::int32_t limit = city_.options(question_).limit_ms;
    std::vector<std::int32_t> turn(candidates_.size(), INT32_MAX);
    for (std::size_t at = 0; at < candidates_.size(); ++at)
      if (candidates_[at].existing) turn[at] = 0;
    for (std::size_t at = 0; at < order.size(); ++at) turn[static_cast<std::size_t>(order[at])] = static_cast<std::int32_t>(at) + 1;
    std::vector<std::int64_t> reached(order.size() + 1, 0);
    for (std::size_t client = 0; client < clients_.size(); ++client) {
      std::int32_t first = INT32_MAX;
      for (auto pair = problem_.travel.first[client]; pair < problem_.travel.first[client + 1]; ++pair)
        if (problem_.travel.cost[static_cast<std::size_t>(pair)] <= limit) first = std::min(first, turn[static_cast<std::size_t>(problem_.travel.place[static_cast<std::size_t>(pair)])]);
      if (first != INT32_MAX) reached[static_cast<std::size_t>(first)] += static_cast<std::int64_t>(problem_.people[client]);
    }
    for (std::size_t at = 1; at < reached.size(); ++at) reached[at] += reached[at - 1];
    return reached;
  }

  void describe(const siting::SitingAnswer& answer) {
    const std::vector<std::int32_t> order = siting::building_order(problem_, answer.open);
    const std::vector<std::int64_t> reached = reached_after(order);
    for (std::size_t at = 0; at < order.size(); ++at) {
      const Candidate& chosen = candidates_[static_cast<std::size_t>(order[at])];
      outcome_.places.push_back({static_cast<std::int32_t>(at) + 1, chosen.name, chosen.point.longitude, chosen.point.latitude, chosen.region, names_.name(chosen.region),
                                 reached[at + 1] - reached[at], chosen.capacity, chosen.price_fen, std::nullopt});
      order_.push_back(order[at]);
    }
    outcome_.before_reached = reached.front();
    outcome_.after_reached = reached.back();
    if (outcome_.people > 0) {
      outcome_.before_share = static_cast<double>(reached.front()) / static_cast<double>(outcome_.people);
      outcome_.after_share = static_cast<double>(reached.back()) / static_cast<double>(outcome_.people);
    }
    outcome_.value = shown(answer.value);
    outcome_.bound = shown(answer.bound);
    outcome_.gap = answer.gap();
    outcome_.proved = answer.proved;
    say_proof(answer);
  }

  /// In people, places, minutes on average or at most.
  double shown(double value) const {
    const auto minutes = [&](double time) { return std::round(city_.minutes(question_, static_cast<std::int32_t>(std::min(time, 2e9))) * 10) / 10; };
    switch (request_.objective) {
      case SitingObjective::least_travel: return outcome_.people > 0 ? minutes(value / static_cast<double>(outcome_.people)) : 0;
      case SitingObjective::least_farthest: return minutes(value);
      default: return value;
    }
  }

  void say_proof(const siting::SitingAnswer& answer) {
    constexpr const char* k_proved[] = {"planning.proof_most_people", "planning.proof_least_travel", "planning.proof_least_farthest", "planning.proof_everybody"};
    constexpr const char* k_bounded[] = {"planning.bound_most_people", "planning.bound_least_travel", "planning.bound_least_farthest", "planning.bound_everybody"};
    char gap[32];
    std::snprintf(gap, sizeof gap, "%.2f", answer.gap() * 100);
    const auto number = [](double value) {
      char text[32];
      std::snprintf(text, sizeof text, value == std::floor(value) ? "%.0f" : "%.1f", value);
      return std::string(text);
    };
    const auto which = static_cast<std::size_t>(request_.objective);
    const Refusal sentence = refuse(answer.proved ? k_proved[which] : k_bounded[which],
                                    {std::to_string(outcome_.places.size()), number(outcome_.value), number(outcome_.bound), gap, std::to_string(outcome_.candidates)});
    outcome_.proof_zh = message(sentence, Language::zh);
    outcome_.proof_en = message(sentence, Language::en);
  }

  /// The problem in which one candidate cannot be had.
  siting::SitingProblem without(std::int32_t place) const {
    siting::SitingProblem problem = problem_;
    problem.travel = {};
    for (std::size_t client = 0; client < clients_.size(); ++client) {
      for (auto pair = problem_.travel.first[client]; pair < problem_.travel.first[client + 1]; ++pair) {
        if (problem_.travel.place[static_cast<std::size_t>(pair)] == place) continue;
        problem.travel.place.push_back(problem_.travel.place[static_cast<std::size_t>(pair)]);
        problem.travel.cost.push_back(problem_.travel.cost[static_cast<std::size_t>(pair)]);
      }
      problem.travel.first.push_back(static_cast<std::int64_t>(problem.travel.place.size()));
    }
    return problem;
  }

  /// Asks for the best answer without each chosen place in turn: a place that no near-best answer can do without is in every one.
  void find_robust(const siting::SitingAnswer& best, double allowed) {
    if (order_.empty() || order_.size() > k_robust_most) return;
    watch_.phase("comparing_choices");
    std::vector<std::set<std::int32_t>> near_best{{best.open.begin(), best.open.end()}};
    for (const std::int32_t place : order_) {
      const auto other = solve(without(place), allowed / static_cast<double>(order_.size()));
      if (!watch_.go_on()) return;
      if (other && std::abs(other->value - best.value) <= k_trifle * std::max(1.0, std::abs(best.value))) near_best.emplace_back(other->open.begin(), other->open.end()).erase(place);
    }
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const auto in = std::count_if(near_best.begin(), near_best.end(), [&](const auto& open) { return open.contains(order_[at]); });
      outcome_.places[at].robust = in == std::ssize(near_best) ? Robustness::every : in == 1 ? Robustness::one : Robustness::some;
    }
  }

  const Situation& situation_;
  const City& city_;
  const SitingRequest& request_;
  const Question& question_;
  RegionCode within_;
  const regions::RegionTree& names_;
  const SitingWatch& watch_;
  std::vector<Candidate> candidates_;
  std::ptrdiff_t existing_ = 0;
  std::vector<std::size_t> clients_;  // addresses with people
  siting::SitingProblem problem_;
  std::vector<std::int32_t> order_;
  SitingOutcome outcome_;
};

}  // namespace

CheckedResult<Question> check_siting(const GoingRules& rules, const SitingRequest& request) {
  Refusals refusals;
  const Result<Question> question = question_of(rules, request.kind, request.way, request.minutes, request.metres, request.group);
  if (!question) refusals.push_back(question.error());
  if (request.objective != SitingObjective::everybody && !request.places && !request.budget_fen) refusals.push_back(at("/places", refuse("planning.siting_unclear")));
  constexpr std::int32_t k_places_most = 200;
  if (request.places && (*request.places < 1 || *request.places > k_places_most)) refusals.push_back(at("/places", refuse("streets.out_of_range", {std::to_string(*request.places), "1", "200"})));
  if (request.candidates == SitingCandidates::given && request.given.empty()) refusals.push_back(at("/given", refuse("planning.candidates_missing")));
  for (std::size_t each = 0; each < request.given.size(); ++each)
    if (const auto point = Point::create(request.given[each].longitude, request.given[each].latitude); !point) refusals.push_back(at("/given/" + std::to_string(each), point.error()));
  const double seconds = request.seconds.value_or(k_seconds);
  if (!(seconds >= 1 && seconds <= k_seconds_most)) refusals.push_back(at("/seconds", refuse("streets.out_of_range", {std::to_string(seconds), "1", "600"})));
  if (!refusals.empty()) return refusals;
  return *question;
}

CheckedResult<SitingOutcome> choose_sites(const Situation& situation, const SitingRequest& request, const Question& question, RegionCode within, const regions::RegionTree& names,
                                          const SitingWatch& watch) {
  return Sites(situation, request, question, within, names, watch).choose();
}

}  // namespace laoyou::planning
