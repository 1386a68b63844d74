#include "funds/tell_payees.h"

#include <algorithm>
#include <map>

#include "accounts/unit.h"
#include "notices/tell_many.h"
#include "registry/contact.h"

namespace laoyou::funds {
namespace {

using store::Filter;
using store::Scope;
using store::Writing;

constexpr notices::Kind k_paid{"notice.payment_paid", notices::Importance::message};
constexpr notices::Kind k_paid_less{"notice.payment_paid_less", notices::Importance::message};
constexpr notices::Kind k_refused{"notice.payment_refused", notices::Importance::message};
constexpr notices::Kind k_held{"notice.payment_held", notices::Importance::message};

const notices::Kind& kind_of(PayeeNews news) {
  switch (news) {
    case PayeeNews::paid: return k_paid;
    case PayeeNews::paid_less: return k_paid_less;
    case PayeeNews::refused: return k_refused;
    case PayeeNews::held: return k_held;
  }
  return k_paid;
}

/// Person → the family units to be told, their own and their guardians'.
using Families = std::multimap<std::int64_t, std::int64_t>;

/// Units that speak for these people; `told` gets each with its person.
template <class F>
void each_family(const Writing& writing, const std::vector<std::int64_t>& people, F told) {
  if (people.empty()) return;
  writing.each<accounts::Unit>(Scope::country(), Filter().one_of("household", people).is_absent("closed"), [&](const accounts::Unit& unit) { told(unit.household->number, unit.id.number); });
}

Families families_of(const Writing& writing, const std::vector<std::int64_t>& people) {
  Families families;
  each_family(writing, people, [&](std::int64_t person, std::int64_t unit) { families.emplace(person, unit); });
  std::multimap<std::int64_t, std::int64_t> guarded;
  const Filter guardians = Filter().one_of("resident", people).equals("relation", registry::Relation::guardian).is_absent("ended").is_present("person");
  writing.each<registry::Contact>(Scope::country(), guardians, [&](const registry::Contact& contact) { guarded.emplace(contact.person->number, contact.resident.number); });
  std::vector<std::int64_t> named;
  for (const auto& [guardian, person] : guarded)
    if (named.empty() || named.back() != guardian) named.push_back(guardian);
  each_family(writing, named, [&](std::int64_t guardian, std::int64_t unit) {
    const auto [from, end] = guarded.equal_range(guardian);
    for (auto each = from; each != end; ++each) families.emplace(each->second, unit);
  });
  return families;
}

}  // namespace

std::size_t tell_payees(Writing& writing, const SubsidyRun& run, std::span<const PayeeNote> notes) {
  constexpr std::size_t k_at_once = 500;
  std::size_t told = 0;
  for (std::size_t from = 0; from < notes.size(); from += k_at_once) {
    const auto some = notes.subspan(from, std::min(k_at_once, notes.size() - from));
    std::vector<std::int64_t> people;
    for (const PayeeNote& each : some) people.push_back(each.resident.number);
    const Families families = families_of(writing, people);
    std::vector<notices::Told> all;
    all.reserve(families.size());
    for (const PayeeNote& each : some) {
      const auto [first, end] = families.equal_range(each.resident.number);
      for (auto family = first; family != end; ++family)
        all.push_back({kind_of(each.news), notices::cause("subsidy_payment", each.payment), "", notices::Addressee::unit(family->second), run.region, {run.name, run.period.text()}, {},
                       "/people/" + std::to_string(each.resident.number) + "/subsidies"});
    }
    told += notices::tell_many(writing, std::move(all));
  }
  return told;
}

}  // namespace laoyou::funds
