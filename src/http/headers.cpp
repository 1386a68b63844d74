#include "http/headers.h"

#include <boost/beast/http/fields.hpp>

namespace laoyou::http {

std::string_view Headers::find(std::string_view name) const {
  if (fields_ == nullptr) return {};
  const auto found = fields_->find({name.data(), name.size()});
  if (found == fields_->end()) return {};
  return {found->value().data(), found->value().size()};
}

std::size_t Headers::count(std::string_view name) const {
  return fields_ == nullptr ? 0 : fields_->count({name.data(), name.size()});
}

}  // namespace laoyou::http
