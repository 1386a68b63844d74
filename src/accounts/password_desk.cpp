#include "accounts/password_desk.h"

#include "base/world_failure.h"

namespace laoyou::accounts {

void PasswordDesk::refuse_busy() { throw WorldFailure("http.busy", "too many passwords wait to be checked"); }

PasswordDesk::Turn::Turn(PasswordDesk& desk, std::string client) : desk_(desk), client_(std::move(client)) {
  if (client_.empty()) return;
  const std::lock_guard lock(desk_.mutex_);
  const auto found = desk_.by_client_.find(client_);
  if (desk_.strangers_ >= k_strangers_max || (found != desk_.by_client_.end() && found->second >= k_of_one_client_max)) refuse_busy();
  ++desk_.strangers_;
  ++desk_.by_client_[client_];
}

PasswordDesk::Turn::~Turn() {
  if (client_.empty()) return;
  const std::lock_guard lock(desk_.mutex_);
  --desk_.strangers_;
  const auto found = desk_.by_client_.find(client_);
  if (--found->second == 0) desk_.by_client_.erase(found);
}

}  // namespace laoyou::accounts
