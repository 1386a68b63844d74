// Sends the digests while the server runs: written each morning, sent and tried again each minute.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "mail/room.h"

namespace laoyou::app {

class MailSender {
 public:
  using Trouble = std::function<void(const std::string& what)>;
  /// Does nothing where the services have no mail server. What they speak of outlives it.
  MailSender(mail::Services services, Trouble trouble);
  /// Ends after the message at hand.
  ~MailSender();
  MailSender(const MailSender&) = delete;
  MailSender& operator=(const MailSender&) = delete;

 private:
  void run();
  void look();

  mail::Services services_;
  Trouble trouble_;
  std::optional<Date> written_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace laoyou::app
