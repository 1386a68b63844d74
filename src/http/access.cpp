#include "http/access.h"

#include "base/check.h"

namespace laoyou::http {

namespace {
constexpr std::uint32_t k_every_role = (1u << k_role_count) - 1;
}

Access Access::open_to_all() { return Access(true, k_every_role); }

Access Access::signed_in() { return Access(false, k_every_role); }

Access Access::roles(std::initializer_list<Role> roles) {
  CHECK(roles.size() > 0);
  std::uint32_t bits = 0;
  for (Role role : roles) bits |= bit(role);
  return Access(false, bits);
}

Access Access::unscoped() const {
  Access access = *this;
  access.scoped_ = false;
  return access;
}

std::vector<Role> Access::admitted() const {
  std::vector<Role> found;
  for (int index = 0; index < k_role_count; ++index) {
    if (roles_ & (1u << index)) found.push_back(static_cast<Role>(index));
  }
  return found;
}

std::string Access::text() const {
  if (open_) return "open";
  if (roles_ == k_every_role) return "signed_in";
  std::string joined;
  for (Role role : admitted()) {
    if (!joined.empty()) joined += ' ';
    joined += http::text(role);
  }
  return joined;
}

std::string_view text(Role role) {
  constexpr std::string_view k_texts[k_role_count] = {"administrator", "official", "reporter", "viewer", "auditor"};
  return k_texts[static_cast<int>(role)];
}

}  // namespace laoyou::http
