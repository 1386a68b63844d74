// To whom a notice goes: a person, a unit, or whoever holds a power where the matter lies, also one who comes to hold it later.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/check.h"
#include "http/caller.h"
#include "record/enum_leaf.h"

namespace laoyou::notices {

class Addressee {
 public:
  static Addressee account(std::int64_t id) { return numbered("account:", id); }
  static Addressee unit(std::int64_t id) { return numbered("unit:", id); }
  /// Accounts with this power whose region holds the region of the notice. None that see an owner's records alone: the matter may be another's.
  static Addressee holders(powers::Power power) { return Addressee("power:" + record::Leaf<powers::Power>::to_json_text(power)); }

  /// Accounts of exactly this place that report its values: what it owes is done there, and those above need not be told of each of their places.
  static Addressee reporters_of(RegionCode place) { return Addressee("reporters:" + place.text()); }

  /// As it is kept: "account:5", "unit:7", "power:journal_verify", "reporters:450203000000".
  const std::string& text() const { return text_; }

 private:
  explicit Addressee(std::string text) : text_(std::move(text)) {}
  static Addressee numbered(std::string kind, std::int64_t id) {
    CHECK(id > 0);
    return Addressee(kind + std::to_string(id));
  }
  std::string text_;
};

/// What a caller reads: its own, its unit's, that of each power it holds, and what its place owes.
inline std::vector<std::string> addressed_to(const http::Caller& caller) {
  std::vector<std::string> all{Addressee::account(caller.account).text()};
  if (caller.unit != 0) all.push_back(Addressee::unit(caller.unit).text());
  if (caller.owner) return all;
  for (const powers::Power power : caller.powers.list()) all.push_back(Addressee::holders(power).text());
  if (caller.powers.has(powers::Power::values_report)) all.push_back(Addressee::reporters_of(caller.scope).text());
  return all;
}

}  // namespace laoyou::notices
