#include "standard_addresses/subjects.h"

namespace laoyou::standard_addresses {
namespace {

template <class T>
std::optional<Subject> subject(T&& record, AddressOwner owner, Date day) {
  const auto end = end_of(record);
  if ((end && *end <= day) || !record.address || record.address->empty()) return std::nullopt;
  return Subject{owner, record.id.number, record.region, std::move(*record.address)};
}

template <class T>
void add_subjects(const store::Snapshot& snapshot, const store::Scope& scope, Date day, AddressOwner owner, std::vector<Subject>& all) {
  snapshot.each<T>(scope, store::Filter().is_present("address").order_by("id"), [&](T each) {
    if (auto found = subject(std::move(each), owner, day)) all.push_back(std::move(*found));
  });
}

template <class T>
void add_among(const store::Snapshot& snapshot, const store::Scope& scope, const std::set<SubjectKey>& keys, Date day, AddressOwner owner, std::map<SubjectKey, Subject>& all) {
  std::vector<std::int64_t> ids;
  for (const auto& [of, id] : keys)
    if (of == owner) ids.push_back(id);
  if (ids.empty()) return;
  snapshot.each<T>(scope, store::Filter().one_of("id", ids), [&](T each) {
    if (auto found = subject(std::move(each), owner, day)) all.emplace(SubjectKey(owner, found->id), std::move(*found));
  });
}

/// What `read` makes of the record of that id, which may be nothing.
template <class Read>
auto of_record(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id, const Read& read) {
  switch (owner) {
    case AddressOwner::household: return read(snapshot.find(scope, Id<registry::Household>{id}));
    case AddressOwner::residence: return read(snapshot.find(scope, Id<registry::Residence>{id}));
    case AddressOwner::institution: break;
  }
  return read(snapshot.find(scope, Id<registry::Institution>{id}));
}

}  // namespace

std::vector<Subject> subjects(const store::Snapshot& snapshot, const store::Scope& scope, Date day) {
  std::vector<Subject> all;
  add_subjects<registry::Household>(snapshot, scope, day, AddressOwner::household, all);
  add_subjects<registry::Residence>(snapshot, scope, day, AddressOwner::residence, all);
  add_subjects<registry::Institution>(snapshot, scope, day, AddressOwner::institution, all);
  return all;
}

std::map<SubjectKey, Subject> subjects_among(const store::Snapshot& snapshot, const store::Scope& scope, const std::set<SubjectKey>& keys, Date day) {
  std::map<SubjectKey, Subject> all;
  add_among<registry::Household>(snapshot, scope, keys, day, AddressOwner::household, all);
  add_among<registry::Residence>(snapshot, scope, keys, day, AddressOwner::residence, all);
  add_among<registry::Institution>(snapshot, scope, keys, day, AddressOwner::institution, all);
  return all;
}

std::optional<Subject> subject_of(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id, Date day) {
  return of_record(snapshot, scope, owner, id, [&](auto found) { return found ? subject(std::move(*found), owner, day) : std::nullopt; });
}

std::string address_of(const store::Snapshot& snapshot, const store::Scope& scope, AddressOwner owner, std::int64_t id) {
  return of_record(snapshot, scope, owner, id, [](const auto& found) { return found ? found->address.value_or("") : std::string(); });
}

}  // namespace laoyou::standard_addresses
