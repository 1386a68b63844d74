// The header fields of a request, without showing the rest of the house which library has read them.
#pragma once

#include <memory>
#include <string_view>

namespace boost::beast::http {
template <class Allocator>
class basic_fields;
}

namespace laoyou::http {

/// A view of the fields of one request; valid while the request is.
class Headers {
 public:
  using Fields = boost::beast::http::basic_fields<std::allocator<char>>;
  Headers() = default;
  explicit Headers(const Fields& fields) : fields_(&fields) {}

  /// The first field of that name, whatever its case; empty when there is none.
  std::string_view find(std::string_view name) const;
  /// The last field of that name; empty when there is none.
  std::string_view find_last(std::string_view name) const;
  /// How often the name occurs.
  std::size_t count(std::string_view name) const;

 private:
  const Fields* fields_ = nullptr;
};

}  // namespace laoyou::http
