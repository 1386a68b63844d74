#include "http/access.h"

#include "base/check.h"

namespace laoyou::http {

using powers::Power;
using powers::Powers;

Access Access::open_to_all() { return Access(true); }

Access Access::signed_in() { return Access(false); }

Access Access::needs(std::initializer_list<Power> any) {
  CHECK(any.size() > 0);
  Access access(false);
  access.any_ = Powers(any);
  return access;
}

Access Access::also(Power power) const {
  CHECK(!open_);
  Access access = *this;
  access.also_.add(power);
  return access;
}

Access Access::unscoped() const {
  Access access = *this;
  access.scoped_ = false;
  return access;
}

Access Access::even_before(Duty duty) const {
  Access access = *this;
  access.before_ |= bit(duty);
  return access;
}

Access Access::in_person() const {
  Access access = *this;
  access.in_person_ = true;
  return access;
}

Powers Access::missing(const Powers& held) const {
  if (!any_.empty() && !any_.meets(held)) return any_;
  for (const Power power : also_.list())
    if (!held.has(power)) return Powers{power};
  return {};
}

std::string Access::text() const {
  if (open_) return "open";
  std::string text = any_.empty() ? "signed_in" : any_.text();
  for (const Power power : also_.list()) text += " + " + Powers{power}.text();
  return text;
}

}  // namespace laoyou::http
