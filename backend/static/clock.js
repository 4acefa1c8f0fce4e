// Counts the time that is left for a quiz, and says it aloud twice: five minutes and one minute before the end.
// Without this script the page says until when there is time.
"use strict";
(() => {
  const clock = document.getElementById("clock"), told = document.getElementById("clock-told");
  const ends = Date.now() + Number(clock.dataset.left) * 1000;
  const ALOUD_MIN = [5, 1];
  const minutesLeft = () => Math.ceil((ends - Date.now()) / 60000);
  let before = minutesLeft();

  const words = (minutes) => {
    if (minutes <= 0) return clock.dataset.over;
    return minutes === 1 ? clock.dataset.last : clock.dataset.many.replace("#", minutes);
  };

  const tick = () => {
    const minutes = minutesLeft();
    if (minutes === before) return;
    clock.textContent = words(minutes);
    if (minutes <= 0 || ALOUD_MIN.some((limit) => before > limit && minutes <= limit)) told.textContent = words(minutes);
    before = minutes;
    if (minutes <= 0) clearInterval(timer);
  };
  const timer = setInterval(tick, 1000);
})();
