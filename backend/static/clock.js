// Counts the time that is left for a quiz, and says it aloud twice: five minutes and one minute before the end.
// When the time is over, the page of a question takes no more answers; any other is loaded anew, and says what is left to do.
// Without this script the page says until when there is time.
"use strict";
(() => {
  const clock = document.getElementById("clock"), told = document.getElementById("clock-told");
  const ends = Date.now() + Number(clock.dataset.left) * 1000;
  const ALOUD_MIN = [5, 1], A_SECOND_MS = 1000;
  const minutesLeft = () => Math.ceil((ends - Date.now()) / 60000);
  let before = minutesLeft();

  const words = (minutes) => {
    if (minutes <= 0) return clock.dataset.over;
    return minutes === 1 ? clock.dataset.last : clock.dataset.many.replace("#", minutes);
  };

  const over = () => {
    clearInterval(timer);
    if (document.getElementById("answer")) document.dispatchEvent(new Event("timeover"));
    else setTimeout(() => location.reload(), A_SECOND_MS); // the clock counts in whole seconds
  };

  const tick = () => {
    const minutes = minutesLeft();
    if (minutes === before) return;
    clock.textContent = words(minutes);
    if (minutes <= 0 || ALOUD_MIN.some((limit) => before > limit && minutes <= limit)) told.textContent = words(minutes);
    before = minutes;
    if (minutes <= 0) over();
  };
  const timer = setInterval(tick, A_SECOND_MS);
  if (before <= 0) over();
})();
