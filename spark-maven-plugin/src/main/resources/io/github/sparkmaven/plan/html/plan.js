(function () {
  var line = document.getElementById('filter-line');
  var field = document.getElementById('filter');
  var rows = Array.prototype.slice.call(document.querySelectorAll('#settings-table tbody tr'));
  line.hidden = false;
  field.addEventListener('input', function () {
    var wanted = field.value.trim().toLowerCase();
    rows.forEach(function (row) {
      row.hidden = row.textContent.toLowerCase().indexOf(wanted) === -1;
    });
  });
}());
