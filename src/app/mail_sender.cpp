#include "app/mail_sender.h"

namespace laoyou::app {

MailSender::MailSender(mail::Services services, Trouble trouble) : services_(std::move(services)), trouble_(std::move(trouble)) {
  if (services_.server) thread_ = std::thread([this] { run(); });
}

MailSender::~MailSender() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  if (thread_.joinable()) thread_.join();
}

/// Half past seven in Beijing: it lies in the mailbox when the office opens.
void MailSender::look() {
  constexpr std::int64_t k_morning_ms = 7 * 3'600'000 + 30 * 60'000, k_day_ms = 86'400'000, k_beijing_ms = 8 * 3'600'000;
  const Instant now = services_.clock.now();
  const Date today = now.beijing_day();
  if (written_ != today && (now.milliseconds + k_beijing_ms) % k_day_ms >= k_morning_ms) {
    mail::write_digests(services_, today);
    written_ = today;
  }
  mail::send_due(services_);
}

void MailSender::run() {
  constexpr std::chrono::minutes k_pause{1};
  std::unique_lock lock(mutex_);
  while (!ending_) {
    lock.unlock();
    try {
      look();
    } catch (const std::exception& failure) {
      trouble_(failure.what());
    }
    lock.lock();
    ended_.wait_for(lock, k_pause, [&] { return ending_; });
  }
}

}  // namespace laoyou::app
