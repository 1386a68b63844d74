#include "feeds/people_index.h"

namespace laoyou::feeds {
namespace {

constexpr std::string_view k_resident = "resident", k_household = "household";

}  // namespace

PersonText person_text(const registry::Resident& resident, const std::string& address) {
  PersonText text;
  text.name = resident.name;
  if (resident.sex) text.sex = *resident.sex == registry::Sex::male ? "男" : "女";
  if (resident.born) text.birth_date = resident.born->text();
  if (resident.id_number) text.id_number = resident.id_number->text();
  text.phone = resident.phone.value_or("");
  text.street = resident.region.text();
  text.address = address;
  return text;
}

PeopleIndex::PeopleIndex(store::Store& store, store::Follower& follower) : store_(store) {
  follower.on_any("people_index", [this](const store::JournalEntry& entry) { take(entry); });
}

PersonFinder& PeopleIndex::finder() {
  const std::lock_guard loading(loading_);
  {
    const std::lock_guard lock(mutex_);
    if (finder_) return *finder_;
  }
  auto finder = std::make_unique<PersonFinder>();
  std::map<std::int64_t, std::string> addresses;
  const std::int64_t sequence = store_.read([&](store::Snapshot& snapshot) {
    snapshot.each<registry::Household>(store::Scope::country(), {}, [&](const registry::Household& each) {
      if (each.address) addresses.emplace(each.id.number, *each.address);
    });
    snapshot.each<registry::Resident>(store::Scope::country(), store::Filter().is_absent("moved_out"), [&](const registry::Resident& each) {
      const auto address = each.household ? addresses.find(each.household->number) : addresses.end();
      finder->put(each.id.number, person_text(each, address == addresses.end() ? std::string() : address->second));
    });
    return snapshot.journal_head().sequence;
  });
  const std::lock_guard lock(mutex_);
  finder_ = std::move(finder);
  addresses_ = std::move(addresses);
  sequence_ = sequence;
  return *finder_;
}

void PeopleIndex::put(const registry::Resident& resident) {
  const auto address = resident.household ? addresses_.find(resident.household->number) : addresses_.end();
  finder_->put(resident.id.number, person_text(resident, address == addresses_.end() ? std::string() : address->second));
}

void PeopleIndex::take(const store::JournalEntry& entry) {
  if (entry.record != k_resident && entry.record != k_household) return;
  const std::lock_guard lock(mutex_);
  if (!finder_ || entry.sequence <= sequence_) return;
  sequence_ = entry.sequence;
  if (entry.record == k_household) {
    const auto change = store::opened_change<registry::Household>(store_.contents(), entry);
    if (change.after && change.after->address) addresses_[entry.record_id] = *change.after->address;
    else addresses_.erase(entry.record_id);
    return;
  }
  const auto change = store::opened_change<registry::Resident>(store_.contents(), entry);
  if (change.after && !change.after->moved_out) put(*change.after);
  else finder_->remove(entry.record_id);
}

}  // namespace laoyou::feeds
