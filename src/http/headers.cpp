#include "http/headers.h"

#include <boost/beast/http/fields.hpp>

namespace laoyou::http {

std::string_view Headers::find(std::string_view name) const {
  if (fields_ == nullptr) return {};
  const auto found = fields_->find({name.data(), name.size()});
  if (found == fields_->end()) return {};
  return {found->value().data(), found->value().size()};
}

std::string_view Headers::find_last(std::string_view name) const {
  if (fields_ == nullptr) return {};
  const auto [first, end] = fields_->equal_range({name.data(), name.size()});
  std::string_view last;
  for (auto field = first; field != end; ++field) last = {field->value().data(), field->value().size()};
  return last;
}

std::size_t Headers::count(std::string_view name) const {
  return fields_ == nullptr ? 0 : fields_->count({name.data(), name.size()});
}

}  // namespace laoyou::http
