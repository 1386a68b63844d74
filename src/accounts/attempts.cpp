#include "accounts/attempts.h"

#include <algorithm>

namespace laoyou::accounts {

namespace {

constexpr std::int64_t k_forgotten_ms = 24 * 3'600'000;
constexpr std::size_t k_kept_max = 100'000;

std::string pair_of(std::string_view name, std::string_view client) { return std::string(name) + '\n' + std::string(client); }

bool holds(std::optional<Instant> locked_until, Instant last, Instant now, std::optional<Instant> unlocked_at) {
  return locked_until && *locked_until > now && (!unlocked_at || *unlocked_at < last);
}

}  // namespace

std::optional<Instant> Attempts::locked_until(std::string_view name, std::string_view client, Instant now, std::optional<Instant> unlocked_at) const {
  const std::lock_guard lock(mutex_);
  const auto pair = pairs_.find(pair_of(name, client));
  if (pair != pairs_.end() && holds(pair->second.locked_until, pair->second.last, now, unlocked_at)) return pair->second.locked_until;
  if (pair != pairs_.end() && pair->second.known) return std::nullopt;
  const auto of_name = names_.find(std::string(name));
  if (of_name != names_.end() && holds(of_name->second.locked_until, of_name->second.last, now, unlocked_at)) return of_name->second.locked_until;
  return std::nullopt;
}

int Attempts::wrong_left(const Count& count, Instant now) const {
  const std::int64_t forgiven = std::max<std::int64_t>(now.milliseconds - count.last.milliseconds, 0) / k_client_forgives_ms;
  return static_cast<int>(std::max<std::int64_t>(count.wrong - forgiven, 0));
}

bool Attempts::too_many_from(std::string_view client, Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = clients_.find(std::string(client));
  return found != clients_.end() && wrong_left(found->second, now) >= k_wrong_of_client_max;
}

Attempts::Reached Attempts::failed(std::string_view name, std::string_view client, Instant now) {
  const std::lock_guard lock(mutex_);
  make_room(now);
  Reached reached;
  Count& pair = pairs_[pair_of(name, client)];
  if (now.milliseconds - pair.last.milliseconds > k_forgotten_ms) pair.wrong = 0;
  if (++pair.wrong >= k_wrong_max) {
    reached.pair_locked = pair.wrong == k_wrong_max;
    const int doublings = std::min(pair.wrong - k_wrong_max, 10);
    pair.locked_until = now.plus_milliseconds(std::min(k_lock_first_ms << doublings, k_lock_longest_ms));
  }
  pair.last = now;
  Count& of_name = names_[std::string(name)];
  if (now.milliseconds - of_name.last.milliseconds > k_forgotten_ms) of_name.wrong = 0;
  if (++of_name.wrong >= k_wrong_of_name_max) of_name.locked_until = now.plus_milliseconds(k_lock_longest_ms);
  reached.name_locked = of_name.wrong == k_wrong_of_name_max;
  of_name.last = now;
  Count& of_client = clients_[std::string(client)];
  of_client.wrong = wrong_left(of_client, now) + 1;
  reached.client_stopped = of_client.wrong == k_wrong_of_client_max;
  of_client.last = now;
  return reached;
}

void Attempts::succeeded(std::string_view name, std::string_view client, Instant now) {
  const std::lock_guard lock(mutex_);
  make_room(now);
  Count& pair = pairs_[pair_of(name, client)];
  pair = Count{0, true, now, std::nullopt};
}

/// Guesses must not fill the memory: what is oldest goes first, and what somebody has signed in with last.
void Attempts::make_room(Instant now) {
  for (auto* counts : {&pairs_, &names_, &clients_}) {
    if (counts->size() < k_kept_max) continue;
    std::erase_if(*counts, [&](const auto& each) { return !each.second.known && each.second.last.milliseconds < now.milliseconds - 3'600'000; });
    if (counts->size() >= k_kept_max) std::erase_if(*counts, [](const auto& each) { return !each.second.known; });
    if (counts->size() >= k_kept_max) counts->clear();
  }
}

}  // namespace laoyou::accounts
